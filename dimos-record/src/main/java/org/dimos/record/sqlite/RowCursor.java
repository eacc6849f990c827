package org.dimos.record.sqlite;

import java.sql.SQLException;
import java.util.NoSuchElementException;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;

/** A cursor that stands on the row that comes next, but reads it only when it is asked for. */
final class RowCursor implements TimedCursor {
    private final String stream;
    private final String where;
    private final TimeRange range;
    private final RowSource source;
    private boolean onRow;
    private long nanos;
    private boolean closed;

    /** @param where what errors call the stream */
    RowCursor(String stream, String where, TimeRange range, RowSource source) {
        this.stream = stream;
        this.where = where;
        this.range = range;
        this.source = source;
    }

    @Override
    public String stream() {
        return stream;
    }

    @Override
    public boolean hasNext() {
        if (!onRow && !closed) {
            advance();
        }
        return onRow;
    }

    private void advance() {
        try {
            do {
                onRow = source.advance();
                nanos = onRow ? source.nanos() : 0;
            } while (onRow && !range.contains(nanos));
        } catch (SQLException e) {
            throw unreadable(e);
        }
        if (!onRow) {
            close();
        }
    }

    @Override
    public long nextNanos() {
        checkNext();
        return nanos;
    }

    @Override
    public Observation<?> next() {
        checkNext();
        onRow = false;
        try {
            return source.read();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private void checkNext() {
        if (!hasNext()) {
            throw new NoSuchElementException(where + " has no further message");
        }
    }

    private RecordingException unreadable(SQLException cause) {
        return new RecordingException(where + " cannot be read: " + SqliteErrors.reason(cause), cause);
    }

    @Override
    public void close() {
        closed = true;
        onRow = false;
        try {
            source.close();
        } catch (SQLException e) {
            throw new RecordingException(where + " cannot be closed: " + SqliteErrors.reason(e), e);
        }
    }
}
