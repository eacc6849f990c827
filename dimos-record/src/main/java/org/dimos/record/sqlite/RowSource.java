package org.dimos.record.sqlite;

import java.sql.SQLException;
import org.dimos.record.Observation;

/** Gives the rows of a stream one by one, in the order of time. */
interface RowSource extends AutoCloseable {

    /** Goes to the next row; false at the end. */
    boolean advance() throws SQLException;

    /** The time of the row, nanoseconds since the epoch. Reads no payload. */
    long nanos() throws SQLException;

    /** The row. */
    Observation<?> read() throws SQLException;

    @Override
    void close() throws SQLException;
}
