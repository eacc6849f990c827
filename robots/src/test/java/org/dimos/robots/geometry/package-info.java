/** Tests of {@code org.dimos.robots.geometry}. */
@NullMarked
package org.dimos.robots.geometry;

import org.jspecify.annotations.NullMarked;
