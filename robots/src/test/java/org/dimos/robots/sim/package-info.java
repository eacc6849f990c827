/** Tests of {@code org.dimos.robots.sim}. */
@NullMarked
package org.dimos.robots.sim;

import org.jspecify.annotations.NullMarked;
