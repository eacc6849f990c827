/**
 * A recording and what is in it: each {@link org.dimos.record.Observation} is one stored message,
 * {@link org.dimos.record.StreamInfo} tells about a stream, {@link org.dimos.record.Recorder} writes while a graph runs.
 * The file itself is in {@code org.dimos.record.sqlite}.
 */
@NullMarked
package org.dimos.record;

import org.jspecify.annotations.NullMarked;
