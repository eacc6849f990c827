package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.dimos.record.Observation;

/** Follows an index on time: one statement, one row in memory. */
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

    @Override
    public Optional<Observation<?>> next() throws SQLException {
        return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
