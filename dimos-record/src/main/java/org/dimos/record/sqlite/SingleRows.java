package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.dimos.core.array.Bytes;
import org.dimos.record.Observation;
import org.dimos.record.RecordedTime;

/** Finds single rows of streams that have a table. */
final class SingleRows {
    private final Connection connection;

    SingleRows(Connection connection) {
        this.connection = connection;
    }

    /** The id of the last row; 0 if there is none. */
    long lastId(StreamEntry entry) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(id) FROM \"" + entry.table() + "\"")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** The last row before a time. */
    Optional<Observation<?>> lastBefore(StreamEntry entry, long nanos, RowReader reader) throws SQLException {
        TimeRange range = new TimeRange(Long.MIN_VALUE, nanos);
        String sql = "SELECT id, ts FROM \"" + entry.table() + "\" WHERE ts <= ? ORDER BY ts DESC, id DESC";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setDouble(1, range.toSeconds());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (range.contains(RecordedTime.toNanos(rows.getDouble(2)))) {
                        return row(entry, rows.getLong(1), reader);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Observation<?>> row(StreamEntry entry, long id, RowReader reader) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(Schema.selectRows(entry) + " WHERE s.id = ?")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
            }
        }
    }

    /** The bytes of the first payload, if it has bytes. */
    Optional<Bytes> firstPayload(StreamEntry entry) throws SQLException {
        if (!entry.hasBlobs()) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT data FROM \"" + entry.table() + "_blob\" ORDER BY id LIMIT 1")) {
            return row.next() ? Optional.ofNullable(row.getBytes(1)).map(Bytes::wrap) : Optional.empty();
        }
    }
}
