package org.dimos.record.query;

import java.util.Optional;
import java.util.OptionalLong;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.StreamInfo;
import org.dimos.record.replay.Playback;
import org.dimos.record.selection.Selection;
import org.dimos.record.selection.Summary;
import org.dimos.record.sqlite.Cursor;

/**
 * A stream as a view of a recording plays it, with its operators: every selection is made in memory.
 *
 * @param view the recording
 * @param recorded the stream behind it
 * @param stream the name it is played under
 */
record PlayedRows(Recording view, StreamInfo recorded, String stream) implements Rows {

    @Override
    public String title() {
        return "stream '" + stream + "' of a replay of " + view.name();
    }

    @Override
    public OptionalLong firstNanos() {
        return OptionalLong.empty();
    }

    @Override
    public boolean isStored() {
        return false;
    }

    @Override
    public Cursor open(Selection selection) {
        Playback playback = view.play(stream::equals);
        Step own = Stage.keep("this stream", () -> next -> next.stream().equals(stream))
                .step()
                .get();
        return SelectedCursor.of(new PlayedCursor(playback, new StepIterator(playback, own)), selection);
    }

    @Override
    public long count(Selection selection) {
        long count = 0;
        try (Cursor cursor = open(selection)) {
            for (; cursor.hasNext(); count++) {
                cursor.next();
            }
        }
        return count;
    }

    @Override
    public Summary summary(Selection selection) {
        try (Cursor cursor = open(selection)) {
            return Summary.of(cursor, selection.isByTime());
        }
    }

    @Override
    public Optional<Tail> tail(Selection selection) {
        return Optional.empty();
    }

    private record PlayedCursor(Playback playback, StepIterator own) implements Cursor {
        @Override
        public boolean hasNext() {
            return own.hasNext();
        }

        @Override
        public Observation<?> next() {
            return own.next();
        }

        @Override
        public void close() {
            playback.close();
        }
    }
}
