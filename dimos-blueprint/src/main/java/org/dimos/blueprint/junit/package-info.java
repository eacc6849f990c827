/**
 * Replays as JUnit 5 tests. Start at {@link org.dimos.blueprint.junit.ReplayTest}. Needs JUnit on the class path, which
 * the rest of this room does not.
 */
@NullMarked
package org.dimos.blueprint.junit;

import org.jspecify.annotations.NullMarked;
