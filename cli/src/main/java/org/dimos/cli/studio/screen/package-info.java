/** A grid of characters with styles, and what writes the difference between two of them to a terminal. */
@NullMarked
package org.dimos.cli.studio.screen;

import org.jspecify.annotations.NullMarked;
