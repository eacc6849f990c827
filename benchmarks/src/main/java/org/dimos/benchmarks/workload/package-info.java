/** Publishing in real time to a recorder, and what goes wrong meanwhile. Start at {@link Rehearsal}. */
@NullMarked
package org.dimos.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
