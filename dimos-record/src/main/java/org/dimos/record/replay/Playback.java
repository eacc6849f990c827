package org.dimos.record.replay;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.dimos.record.Observation;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;
import org.dimos.record.StreamInfo;
import org.dimos.record.sqlite.Cursor;

/** One playing of a recording: all its streams in order of time, with their operators. Not safe to share. */
public final class Playback implements Iterator<Observation<?>>, AutoCloseable {
    private final RecordingReader reader;
    private final List<Cursor> cursors;
    private final Iterator<Observation<?>> observations;

    private Playback(RecordingReader reader, List<Cursor> cursors, Iterator<Observation<?>> observations) {
        this.reader = reader;
        this.cursors = cursors;
        this.observations = observations;
    }

    /**
     * Opens a recording for playing.
     *
     * @throws org.dimos.record.RecordingException if it cannot be read
     */
    public static Playback open(RecordingSource source, List<StreamView> streams, ReplayOperator whole, Window window) {
        RecordingReader reader = source.open();
        List<Cursor> cursors = new ArrayList<>();
        try {
            List<Iterator<Observation<?>>> flows = new ArrayList<>();
            for (StreamView stream : streams) {
                Cursor cursor = cursor(reader, stream.source(), window);
                cursors.add(cursor);
                Iterator<Observation<?>> rows = withLatchedValue(reader, stream.source(), window, cursor);
                flows.add(named(stream, stream.operators().apply(rows)));
            }
            return new Playback(reader, cursors, whole.apply(new Merge(flows)));
        } catch (RuntimeException e) {
            cursors.forEach(Cursor::close);
            reader.close();
            throw e;
        }
    }

    private static Cursor cursor(RecordingReader reader, StreamInfo stream, Window window) {
        if (window.whole()) {
            return reader.cursor(stream.name(), Long.MIN_VALUE, Long.MAX_VALUE);
        }
        return reader.cursor(stream.name(), window.startNanos(), window.endNanos());
    }

    /** A value that was set before the window's start and still holds comes first. */
    private static Iterator<Observation<?>> withLatchedValue(
            RecordingReader reader, StreamInfo stream, Window window, Iterator<Observation<?>> rows) {
        if (window.whole() || !stream.isLatched()) {
            return rows;
        }
        Optional<Observation<?>> value = reader.lastBefore(stream.name(), window.startNanos());
        return new LookAhead() {
            private Optional<Observation<?>> first = value;

            @Override
            Optional<Observation<?>> advance() {
                Optional<Observation<?>> next = first.isPresent() || !rows.hasNext() ? first : Optional.of(rows.next());
                first = Optional.empty();
                return next;
            }
        };
    }

    private static Iterator<Observation<?>> named(StreamView stream, Iterator<Observation<?>> rows) {
        return stream.name().equals(stream.source().name())
                ? rows
                : new Mapping(observation -> observation.withStream(stream.name())).apply(rows);
    }

    @Override
    public boolean hasNext() {
        return observations.hasNext();
    }

    @Override
    public Observation<?> next() {
        return observations.next();
    }

    @Override
    public void close() {
        cursors.forEach(Cursor::close);
        reader.close();
    }
}
