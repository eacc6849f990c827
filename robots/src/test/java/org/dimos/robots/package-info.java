/** Fixtures that the tests of all robots share. */
@NullMarked
package org.dimos.robots;

import org.jspecify.annotations.NullMarked;
