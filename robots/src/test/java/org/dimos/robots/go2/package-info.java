/** Tests of {@code org.dimos.robots.go2}. */
@NullMarked
package org.dimos.robots.go2;

import org.jspecify.annotations.NullMarked;
