/**
 * What {@code dimos demo} adds to the program: {@link org.dimos.cli.demo.Observer} is the module that keeps the last map,
 * {@link org.dimos.cli.demo.MapPicture} draws it.
 */
@NullMarked
package org.dimos.cli.demo;

import org.jspecify.annotations.NullMarked;
