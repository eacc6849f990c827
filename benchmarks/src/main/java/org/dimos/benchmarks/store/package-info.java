/** The ways of writing messages to a disk that the workload W-STORE compares, one class each. */
@NullMarked
package org.dimos.benchmarks.store;

import org.jspecify.annotations.NullMarked;
