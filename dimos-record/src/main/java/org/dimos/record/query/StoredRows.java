package org.dimos.record.query;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.dimos.record.Observation;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;
import org.dimos.record.StreamInfo;
import org.dimos.record.replay.Window;
import org.dimos.record.selection.Selection;
import org.dimos.record.selection.Summary;
import org.dimos.record.sqlite.Cursor;

/**
 * A stream as it is stored.
 *
 * @param source the recording
 * @param recorded the stream
 * @param stream the name it goes by
 * @param window the part of the recorded time that counts
 */
record StoredRows(RecordingSource source, StreamInfo recorded, String stream, Window window) implements Rows {

    @Override
    public String title() {
        return "stream '" + stream + "' of " + source.name();
    }

    @Override
    public OptionalLong firstNanos() {
        return window.whole() && recorded.messages() > 0
                ? OptionalLong.of(recorded.firstNanos())
                : OptionalLong.empty();
    }

    @Override
    public boolean isStored() {
        return true;
    }

    @Override
    public Cursor open(Selection selection) {
        RecordingReader reader = source.open();
        try {
            return new OwningCursor(reader.select(recorded.name(), inWindow(selection)), reader, stream);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public long count(Selection selection) {
        return read(reader -> reader.count(recorded.name(), inWindow(selection)));
    }

    @Override
    public Summary summary(Selection selection) {
        return read(reader -> reader.summary(recorded.name(), inWindow(selection)));
    }

    @Override
    public Optional<Tail> tail(Selection selection) {
        return Optional.of(new Tail(source, recorded.name(), stream, inWindow(selection)));
    }

    private <R> R read(Function<RecordingReader, R> question) {
        try (RecordingReader reader = source.open()) {
            return question.apply(reader);
        }
    }

    private Selection inWindow(Selection selection) {
        return window.whole() ? selection : selection.from(window.startNanos()).until(window.endNanos());
    }

    /** A cursor that closes its reader with itself and gives observations the name of this view. */
    private record OwningCursor(Cursor cursor, RecordingReader reader, String stream) implements Cursor {
        @Override
        public boolean hasNext() {
            return cursor.hasNext();
        }

        @Override
        public Observation<?> next() {
            Observation<?> next = cursor.next();
            return next.stream().equals(stream) ? next : next.withStream(stream);
        }

        @Override
        public void close() {
            try {
                cursor.close();
            } finally {
                reader.close();
            }
        }
    }
}
