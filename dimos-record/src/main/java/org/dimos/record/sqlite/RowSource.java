package org.dimos.record.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import org.dimos.record.Observation;

/** Gives the rows of a stream one by one, in the order of time. */
interface RowSource extends AutoCloseable {

    /** The next row, or nothing at the end. */
    Optional<Observation<?>> next() throws SQLException;

    @Override
    void close() throws SQLException;
}
