package org.dimos.record.sqlite;

import java.sql.SQLException;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;

/** A cursor that looks one row ahead. */
final class RowCursor implements Cursor {
    private final String where;
    private final TimeRange range;
    private final RowSource source;
    private Optional<Observation<?>> next = Optional.empty();
    private boolean closed;

    RowCursor(String where, TimeRange range, RowSource source) {
        this.where = where;
        this.range = range;
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !closed) {
            advance();
        }
        return next.isPresent();
    }

    private void advance() {
        try {
            do {
                next = source.next();
            } while (next.isPresent() && !range.contains(next.get().timestampNanos()));
        } catch (SQLException e) {
            throw new RecordingException(where + " cannot be read: " + SqliteErrors.reason(e), e);
        }
        if (next.isEmpty()) {
            close();
        }
    }

    @Override
    public Observation<?> next() {
        if (!hasNext()) {
            throw new NoSuchElementException(where + " has no further message");
        }
        Observation<?> current = next.orElseThrow();
        next = Optional.empty();
        return current;
    }

    @Override
    public void close() {
        closed = true;
        next = Optional.empty();
        try {
            source.close();
        } catch (SQLException e) {
            throw new RecordingException(where + " cannot be closed: " + SqliteErrors.reason(e), e);
        }
    }
}
