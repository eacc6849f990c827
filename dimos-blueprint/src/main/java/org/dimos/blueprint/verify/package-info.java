/**
 * Replays as tests: a blueprint runs on a recording in lockstep, and what its modules make of it is compared with what was
 * recorded. Start at {@link org.dimos.blueprint.verify.Verification}.
 */
@NullMarked
package org.dimos.blueprint.verify;

import org.jspecify.annotations.NullMarked;
