/**
 * Camera frames drawn into cells of a terminal: text and bytes for it, nothing else. Start at
 * {@link org.dimos.cli.picture.Frame} and {@link org.dimos.cli.picture.GraphicsMode}.
 */
@NullMarked
package org.dimos.cli.picture;

import org.jspecify.annotations.NullMarked;
