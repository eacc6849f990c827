/**
 * Recordings that are always on: a run is a folder of segments, each a recording of its own, of which the oldest go when
 * there are too many. Start at {@link org.dimos.record.rolling.SegmentedTarget} for writing, at
 * {@link org.dimos.record.rolling.RunSource} for reading, at {@link org.dimos.record.rolling.StateFolder} for where runs
 * are. A retention rule is one class and one line in {@link org.dimos.record.rolling.Limits}.
 */
@NullMarked
package org.dimos.record.rolling;

import org.jspecify.annotations.NullMarked;
