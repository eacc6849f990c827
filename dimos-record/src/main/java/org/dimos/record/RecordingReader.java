package org.dimos.record;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dimos.record.query.SelectedCursor;
import org.dimos.record.selection.BinCounts;
import org.dimos.record.selection.Selection;
import org.dimos.record.selection.Summary;
import org.dimos.record.selection.TimeEdges;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RowSpans;
import org.dimos.record.sqlite.StreamSummary;

/**
 * A recording opened for reading. What is read is never changed by it. Safe to share between threads. Every method
 * throws {@link RecordingException} where the recording is damaged or the stream is not there.
 */
public interface RecordingReader extends AutoCloseable {

    /** What there is to say about all streams, in the order in which they were registered. */
    List<StreamInfo> streams();

    /** What ran while this was recorded, if it is known. */
    Optional<RunInfo> run();

    /** The messages that were published but not stored, by stream and span of time. */
    List<Loss> losses();

    /** The spans that an edit took out. */
    List<Gap> gaps();

    /** The messages of a stream from one time, included, up to another, left out, by (timestamp, id). */
    Cursor cursor(String stream, long fromNanos, long toNanos);

    /** The latest message of a stream before a time: what a latched stream says at that time. */
    Optional<Observation<?>> lastBefore(String stream, long nanos);

    /** The messages of a stream that a selection means, in its order. */
    default Cursor select(String stream, Selection selection) {
        return SelectedCursor.of(cursor(stream, selection.fromNanos(), selection.toNanos()), selection);
    }

    /** How many messages of a stream a selection means. */
    default long count(String stream, Selection selection) {
        long count = 0;
        try (Cursor cursor = select(stream, selection)) {
            for (; cursor.hasNext(); count++) {
                cursor.next();
            }
        }
        return count;
    }

    /** What the messages of a stream that a selection means are like as a whole. */
    default Summary summary(String stream, Selection selection) {
        Selection relevant = selection.isCut() ? selection : selection.conditions();
        try (Cursor cursor = select(stream, relevant)) {
            return Summary.of(cursor, relevant.isByTime());
        }
    }

    /**
     * How many messages of a stream are in each bin. Answers soon: with estimates, and says so, where it would have to look
     * at too many messages.
     */
    default BinCounts counts(String stream, TimeEdges edges) {
        long[] counts = new long[edges.bins()];
        try (Cursor cursor = cursor(stream, edges.at(0), edges.at(edges.bins()))) {
            while (cursor.hasNext()) {
                counts[edges.binOf(cursor.next().timestampNanos())]++;
            }
        }
        return BinCounts.of(counts, true);
    }

    /**
     * Looks at what {@link #counts} estimates, so that it counts from then on. May take seconds; ends soon after it is
     * cancelled.
     */
    default void prepareCounts(String stream, BooleanSupplier cancelled) {}

    /** Whether the recording has grown in a way that only a reader opened anew can see. */
    default boolean isOutdated() {
        return false;
    }

    /** Sums up some messages of a stream. */
    default StreamSummary summary(String stream, RowSpans rows) {
        StreamSummary summary = new StreamSummary();
        try (Cursor cursor = cursor(stream, Long.MIN_VALUE, Long.MAX_VALUE)) {
            while (cursor.hasNext()) {
                Observation<?> observation = cursor.next();
                if (rows.contains(observation.timestampNanos(), observation.id())) {
                    summary.add(observation);
                }
            }
        }
        return summary;
    }

    @Override
    void close();
}
