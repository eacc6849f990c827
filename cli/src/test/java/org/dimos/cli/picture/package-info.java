/** Tests of pictures in a terminal. */
@NullMarked
package org.dimos.cli.picture;

import org.jspecify.annotations.NullMarked;
