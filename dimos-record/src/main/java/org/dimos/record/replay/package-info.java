/**
 * Playing a recording in recorded time. A {@link org.dimos.record.replay.ReplayOperator} changes one stream; the
 * operators of a stream, the merge of all streams and the operators on the whole make a
 * {@link org.dimos.record.replay.Playback}. An operator of one's own is one class here and one method on
 * {@link org.dimos.record.Recording}.
 */
@NullMarked
package org.dimos.record.replay;

import org.jspecify.annotations.NullMarked;
