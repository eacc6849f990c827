package org.dimos.record.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.LongStream;
import org.dimos.record.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream that has no index on time: sorts the row numbers alone, then fetches row by row. Sorting whole rows
 * would move every payload.
 */
final class SortedRows implements RowSource {
    private final RowReader reader;
    private final long[] ids;
    private final PreparedStatement statement;
    private int at;
    private @Nullable ResultSet row;

    SortedRows(Connection connection, StreamEntry entry, RowReader reader, TimeRange range) throws SQLException {
        this.reader = reader;
        this.ids = ids(connection, entry, range);
        this.statement = connection.prepareStatement(Schema.selectRows(entry) + " WHERE s.id = ?");
    }

    private static long[] ids(Connection connection, StreamEntry entry, TimeRange range) throws SQLException {
        String sql = "SELECT id FROM \"" + entry.table() + "\" WHERE ts >= ? AND ts <= ? ORDER BY ts, id";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setDouble(1, range.fromSeconds());
            query.setDouble(2, range.toSeconds());
            LongStream.Builder found = LongStream.builder();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found.build().toArray();
        }
    }

    @Override
    public boolean advance() throws SQLException {
        while (at < ids.length) {
            statement.setLong(1, ids[at++]);
            ResultSet found = statement.executeQuery();
            if (found.next()) {
                row = found;
                return true;
            }
        }
        return false;
    }

    @Override
    public long nanos() throws SQLException {
        return RowReader.nanos(row());
    }

    @Override
    public Observation<?> read() throws SQLException {
        return reader.read(row());
    }

    private ResultSet row() {
        return requireNonNull(row, "there is no row");
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
