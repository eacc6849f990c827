package org.dimos.record.edit;

import java.util.Optional;
import org.dimos.record.Observation;
import org.dimos.record.RecordingReader;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RowSpan;
import org.dimos.record.sqlite.RowSpans;

/**
 * Cuts off the head of a stream whose last value holds, such as a camera's calibration, without losing that value: its
 * row stays, under its own time. If the row before it has the same stamp that one stays too, so that the stream is still
 * seen to repeat itself under one stamp.
 */
final class HeldValue {
    private static final long AT_ONCE_NANOS = 1_000_000_000L;

    private final RecordingReader reader;

    HeldValue(RecordingReader reader) {
        this.reader = reader;
    }

    RowSpans trim(EditedStream stream, long fromNanos, long toNanos) {
        RowSpans kept = stream.rows().within(fromNanos, toNanos);
        return holdsAt(stream, kept, fromNanos)
                ? valueBefore(stream, fromNanos).map(kept::after).orElse(kept)
                : kept;
    }

    private boolean holdsAt(EditedStream stream, RowSpans kept, long fromNanos) {
        if (fromNanos == Long.MIN_VALUE || stream.source().messages() == 0) {
            return false;
        }
        return stream.source().hasLatchedName()
                ? rows(stream, kept)
                        .first(fromNanos)
                        .filter(first -> first.timestampNanos() < fromNanos + AT_ONCE_NANOS)
                        .isEmpty()
                : hasOneStamp(stream);
    }

    private boolean hasOneStamp(EditedStream stream) {
        if (stream.rows().isAll()) {
            return stream.source().isLatched();
        }
        StreamRows rows = rows(stream, stream.rows());
        Optional<Observation<?>> first = rows.first(Long.MIN_VALUE);
        Optional<Observation<?>> last = rows.lastBefore(Long.MAX_VALUE);
        return first.isPresent()
                && last.isPresent()
                && first.get().timestampNanos() == last.get().timestampNanos()
                && first.get().id() != last.get().id();
    }

    private Optional<RowSpan> valueBefore(EditedStream stream, long nanos) {
        StreamRows rows = rows(stream, stream.rows());
        return rows.lastBefore(nanos).map(last -> RowSpan.at(last.timestampNanos(), secondLastId(rows, last)));
    }

    /** The id of the row before, if it has the same stamp; otherwise that of the row itself. */
    private static long secondLastId(StreamRows rows, Observation<?> last) {
        long id = last.id();
        try (Cursor same = rows.cursor(last.timestampNanos(), last.timestampNanos() + 1)) {
            for (Observation<?> row = same.next(); row.id() < last.id(); row = same.next()) {
                id = row.id();
            }
        }
        return id;
    }

    private StreamRows rows(EditedStream stream, RowSpans spans) {
        return new StreamRows(reader, stream.source().name(), spans);
    }
}
