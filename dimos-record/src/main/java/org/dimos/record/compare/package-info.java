/**
 * Whether two recordings say the same, and where they first do not. Start at
 * {@link org.dimos.record.compare.Comparison}; what may be different is told by
 * {@link org.dimos.record.compare.Tolerances}.
 */
@NullMarked
package org.dimos.record.compare;

import org.jspecify.annotations.NullMarked;
