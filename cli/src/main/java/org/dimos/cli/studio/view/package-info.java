/** Draws the editor's state as a screen. Knows no terminal. */
@NullMarked
package org.dimos.cli.studio.view;

import org.jspecify.annotations.NullMarked;
