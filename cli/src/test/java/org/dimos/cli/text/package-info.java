/** Tests of how the program writes. */
@NullMarked
package org.dimos.cli.text;

import org.jspecify.annotations.NullMarked;
