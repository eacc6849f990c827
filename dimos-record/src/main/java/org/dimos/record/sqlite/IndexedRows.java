package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.dimos.record.Observation;

/** Follows an index, mostly that on time: one statement, one row in memory. */
final class IndexedRows implements RowSource {
    private final RowReader reader;
    private final PreparedStatement statement;
    private final ResultSet rows;

    IndexedRows(Connection connection, StreamEntry entry, RowReader reader, TimeRange range) throws SQLException {
        this.reader = reader;
        statement = connection.prepareStatement(
                Schema.selectRows(entry) + " WHERE s.ts >= ? AND s.ts <= ? ORDER BY s.ts, s.id");
        statement.setDouble(1, range.fromSeconds());
        statement.setDouble(2, range.toSeconds());
        rows = statement.executeQuery();
    }

    /** Rows in the order of a statement that needs no sorting. */
    IndexedRows(PreparedStatement statement, RowReader reader) throws SQLException {
        this.reader = reader;
        this.statement = statement;
        this.rows = statement.executeQuery();
    }

    @Override
    public boolean advance() throws SQLException {
        return rows.next();
    }

    @Override
    public long nanos() throws SQLException {
        return RowReader.nanos(rows);
    }

    @Override
    public Observation<?> read() throws SQLException {
        return reader.read(rows);
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
