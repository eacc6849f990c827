/** Tests of what the demo shows. */
@NullMarked
package org.dimos.cli.demo;

import org.jspecify.annotations.NullMarked;
