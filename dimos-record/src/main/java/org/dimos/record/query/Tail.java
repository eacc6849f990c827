package org.dimos.record.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;
import org.dimos.record.selection.Order;
import org.dimos.record.selection.Selection;
import org.dimos.record.sqlite.Cursor;

/**
 * Reads what a stream holds, and then what is added to it, in the order of arrival. What it has not given yet stays in
 * the file, so it never holds more than one batch, and no read transaction between two of them. Safe to close from
 * another thread.
 */
final class Tail implements AutoCloseable {
    private static final int BATCH_ROWS = 64;
    private static final long BATCH_BYTES = 4 << 20;

    private final RecordingSource source;
    private final String recorded;
    private final String stream;
    private final Selection conditions;
    private Optional<RecordingReader> reader = Optional.empty();
    private long lastId = Long.MIN_VALUE;
    private boolean drained;
    private boolean closed;

    Tail(RecordingSource source, String recorded, String stream, Selection selection) {
        this.source = source;
        this.recorded = recorded;
        this.stream = stream;
        this.conditions = selection.conditions().orderBy(Order.ID);
    }

    /** What comes next; nothing if there is nothing new. */
    synchronized List<Observation<?>> next() {
        List<Observation<?>> batch = closed ? List.of() : read();
        drained = batch.isEmpty();
        if (!drained) {
            lastId = batch.get(batch.size() - 1).id();
        }
        return batch;
    }

    /** A table that was made just now, after the reader looked which there are, is seen when it is asked again. */
    private List<Observation<?>> read() {
        RecordingReader current = reader();
        try (Cursor cursor = current.select(recorded, conditions.afterId(lastId).limit(BATCH_ROWS))) {
            return batch(cursor);
        } catch (RecordingException e) {
            if (current.isOutdated()) {
                return List.of();
            }
            throw e;
        }
    }

    private List<Observation<?>> batch(Cursor cursor) {
        List<Observation<?>> batch = new ArrayList<>();
        long bytes = 0;
        while (bytes < BATCH_BYTES && cursor.hasNext()) {
            Observation<?> next = cursor.next();
            bytes += next.storedBytes();
            batch.add(next.stream().equals(stream) ? next : next.withStream(stream));
        }
        return batch;
    }

    /** Whether there was nothing new when it was asked last. */
    synchronized boolean isDrained() {
        return drained;
    }

    private RecordingReader reader() {
        if (reader.map(RecordingReader::isOutdated).orElse(false)) {
            reader.orElseThrow().close();
            reader = Optional.empty();
        }
        RecordingReader current = reader.orElseGet(source::open);
        reader = Optional.of(current);
        return current;
    }

    @Override
    public synchronized void close() {
        closed = true;
        reader.ifPresent(RecordingReader::close);
        reader = Optional.empty();
    }
}
