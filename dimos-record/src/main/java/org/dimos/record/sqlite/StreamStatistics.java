package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.dimos.record.Loss;
import org.dimos.record.Rate;
import org.dimos.record.RecordedTime;
import org.dimos.record.StreamInfo;

/** Sums up a stream without reading a payload. */
final class StreamStatistics {
    private static final int NUMBER_BYTES = 8;

    private StreamStatistics() {}

    static StreamInfo of(Connection connection, StreamEntry entry, PayloadReader payloads, List<Loss> losses)
            throws SQLException {
        long count = 0;
        long first = 0;
        long last = 0;
        long bytes = 0;
        Optional<Rate> rate = Optional.empty();
        try (Statement statement = connection.createStatement()) {
            if (entry.hasTable()) {
                try (ResultSet row = statement.executeQuery(
                        "SELECT count(*), min(ts), max(ts), count(value) FROM \"" + entry.table() + "\"")) {
                    count = row.getLong(1);
                    first = count == 0 ? 0 : RecordedTime.toNanos(row.getDouble(2));
                    last = count == 0 ? 0 : RecordedTime.toNanos(row.getDouble(3));
                    bytes = row.getLong(4) * NUMBER_BYTES;
                }
                rate = rate(statement, entry, count, last - first);
            }
            if (entry.hasBlobs()) {
                bytes += blobBytes(statement, entry);
            }
        }
        return new StreamInfo(
                entry.name(),
                payloads.typeName(),
                payloads.type(),
                payloads.codec(),
                count,
                first,
                last,
                bytes,
                rate,
                losses,
                entry.javaNotes().flatMap(StreamEntry.JavaNotes::producer));
    }

    private static long blobBytes(Statement statement, StreamEntry entry) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("SELECT coalesce(sum(length(data)), 0) FROM \"" + entry.table() + "_blob\"")) {
            return row.getLong(1);
        }
    }

    private static Optional<Rate> rate(Statement statement, StreamEntry entry, long count, long spanNanos)
            throws SQLException {
        if (spanNanos <= 0) {
            return Optional.empty();
        }
        try (ResultSet row = statement.executeQuery("SELECT min(gap), max(gap) FROM (SELECT ts - lag(ts) OVER (ORDER BY"
                + " ts) AS gap FROM \"" + entry.table() + "\") WHERE gap > 0")) {
            return Optional.of(new Rate(1 / row.getDouble(2), (count - 1) / (spanNanos / 1e9), 1 / row.getDouble(1)));
        }
    }
}
