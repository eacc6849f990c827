/**
 * Measurements of the parts that everything passes through. Each class is one JMH benchmark; {@code docs/performance.md}
 * has the command and the figures.
 */
@NullMarked
package org.dimos.benchmarks;

import org.jspecify.annotations.NullMarked;
