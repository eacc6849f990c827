/** Tests of {@code org.dimos.robots.tilt}. */
@NullMarked
package org.dimos.robots.tilt;

import org.jspecify.annotations.NullMarked;
