/** What robots send, for measurements: messages of real types and sizes, at real rates. Start at {@link Traffic}. */
@NullMarked
package org.dimos.benchmarks.traffic;

import org.jspecify.annotations.NullMarked;
