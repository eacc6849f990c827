package org.dimos.record.edit;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.dimos.record.Observation;
import org.dimos.record.RecordingReader;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RowSpan;
import org.dimos.record.sqlite.RowSpans;
import org.jspecify.annotations.Nullable;

/** Reads some rows of a stream. */
final class StreamRows {
    private final RecordingReader reader;
    private final String stream;
    private final RowSpans rows;

    StreamRows(RecordingReader reader, String stream, RowSpans rows) {
        this.reader = reader;
        this.stream = stream;
        this.rows = rows;
    }

    Cursor cursor(long fromNanos, long toNanos) {
        return new SpansCursor(rows.within(fromNanos, toNanos).spans());
    }

    Optional<Observation<?>> first(long fromNanos) {
        try (Cursor cursor = cursor(fromNanos, Long.MAX_VALUE)) {
            return cursor.hasNext() ? Optional.of(cursor.next()) : Optional.empty();
        }
    }

    Optional<Observation<?>> lastBefore(long nanos) {
        List<RowSpan> before = rows.within(Long.MIN_VALUE, nanos).spans();
        for (int i = before.size() - 1; i >= 0; i--) {
            RowSpan span = before.get(i);
            Optional<Observation<?>> last = reader.lastBefore(stream, span.toNanos())
                    .filter(found -> span.contains(found.timestampNanos(), found.id()));
            if (last.isPresent()) {
                return last;
            }
        }
        return Optional.empty();
    }

    /** One span after the other; only one of them is open at a time. */
    private final class SpansCursor implements Cursor {
        private final Iterator<RowSpan> spans;
        private @Nullable RowSpan span;
        private @Nullable Cursor current;
        private Optional<Observation<?>> next = Optional.empty();

        SpansCursor(List<RowSpan> spans) {
            this.spans = spans.iterator();
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty() && advance()) {
                // until there is one or no span is left
            }
            return next.isPresent();
        }

        private boolean advance() {
            Cursor open = current;
            RowSpan of = span;
            if (open != null && of != null && open.hasNext()) {
                Observation<?> row = open.next();
                next = of.contains(row.timestampNanos(), row.id()) ? Optional.of(row) : Optional.empty();
                return true;
            }
            closeCurrent();
            if (!spans.hasNext()) {
                return false;
            }
            RowSpan following = spans.next();
            span = following;
            current = reader.cursor(stream, following.fromNanos(), following.toNanos());
            return true;
        }

        @Override
        public Observation<?> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("stream '" + stream + "' has no further message");
            }
            Observation<?> row = next.orElseThrow();
            next = Optional.empty();
            return row;
        }

        private void closeCurrent() {
            if (current != null) {
                current.close();
                current = null;
            }
        }

        @Override
        public void close() {
            closeCurrent();
            next = Optional.empty();
            spans.forEachRemaining(skipped -> {});
        }
    }
}
