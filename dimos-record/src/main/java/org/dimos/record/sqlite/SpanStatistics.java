package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.dimos.record.RecordedTime;

/** Sums up some rows of a stream without reading a payload. */
final class SpanStatistics {
    private static final int NUMBER_BYTES = 8;

    private SpanStatistics() {}

    static StreamSummary of(Connection connection, StreamEntry entry, RowSpans rows) throws SQLException {
        StreamSummary summary = new StreamSummary();
        if (!entry.hasTable() || rows.spans().isEmpty()) {
            return summary;
        }
        TimeRange range = new TimeRange(rows.fromNanos(), rows.toNanos());
        String sql = "SELECT s.id, s.ts, s.value IS NOT NULL, " + (entry.hasBlobs() ? "length(b.data)" : "0")
                + " FROM \"" + entry.table() + "\" AS s"
                + (entry.hasBlobs() ? " LEFT JOIN \"" + entry.table() + "_blob\" AS b ON b.id = s.id" : "")
                + " WHERE s.ts >= ? AND s.ts <= ? ORDER BY s.ts, s.id";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setDouble(1, range.fromSeconds());
            query.setDouble(2, range.toSeconds());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (rows.contains(RecordedTime.toNanos(row.getDouble(2)), row.getLong(1))) {
                        summary.add(row.getDouble(2), row.getLong(4) + row.getLong(3) * NUMBER_BYTES);
                    }
                }
            }
        }
        return summary;
    }
}
