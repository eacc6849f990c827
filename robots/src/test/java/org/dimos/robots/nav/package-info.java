/** Tests of {@code org.dimos.robots.nav}. */
@NullMarked
package org.dimos.robots.nav;

import org.jspecify.annotations.NullMarked;
