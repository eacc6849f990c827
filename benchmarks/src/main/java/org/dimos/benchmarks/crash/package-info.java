/** A recorder in a process of its own that is killed, and what is left of its recording. Start at {@link Casualty}. */
@NullMarked
package org.dimos.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
