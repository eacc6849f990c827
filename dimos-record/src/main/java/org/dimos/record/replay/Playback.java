package org.dimos.record.replay;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dimos.record.Observation;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;
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
     * @param position where to begin, in the time in which the messages are played; {@link Long#MIN_VALUE} for the
     *     beginning of the window
     * @throws org.dimos.record.RecordingException if it cannot be read
     */
    public static Playback open(
            RecordingSource source, List<StreamView> streams, ReplayOperator whole, Window window, long position) {
        RecordingReader reader = source.open();
        List<Cursor> cursors = new ArrayList<>();
        try {
            LatchedValues latched = new LatchedValues(reader);
            List<Iterator<Observation<?>>> flows = new ArrayList<>();
            for (StreamView stream : streams) {
                long from = from(stream, window, position);
                Cursor cursor = reader.cursor(
                        stream.source().name(), from, window.whole() ? Long.MAX_VALUE : window.endNanos());
                cursors.add(cursor);
                boolean holds = stream.latched() && from != Long.MIN_VALUE;
                Iterator<Observation<?>> rows = holds ? new Prepended(latched.before(stream, from), cursor) : cursor;
                flows.add(named(stream, stream.operators().apply(rows)));
            }
            return new Playback(reader, cursors, whole.apply(new Merge(flows)));
        } catch (RuntimeException e) {
            cursors.forEach(Cursor::close);
            reader.close();
            throw e;
        }
    }

    /** From when on, in its own time, a stream is read. */
    private static long from(StreamView stream, Window window, long position) {
        long start = window.whole() ? Long.MIN_VALUE : window.startNanos();
        return position == Long.MIN_VALUE ? start : Math.max(start, position - stream.shiftNanos());
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
