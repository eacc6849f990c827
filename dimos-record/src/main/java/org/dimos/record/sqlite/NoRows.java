package org.dimos.record.sqlite;

import java.util.NoSuchElementException;
import org.dimos.record.Observation;

/** The rows of a stream that was registered but never written. */
final class NoRows implements RowSource {
    @Override
    public boolean advance() {
        return false;
    }

    @Override
    public long nanos() {
        throw new NoSuchElementException("there is no row");
    }

    @Override
    public Observation<?> read() {
        throw new NoSuchElementException("there is no row");
    }

    @Override
    public void close() {}
}
