package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Finds the totals of a stream. Those that the writer kept count as long as they agree with what indexes tell at once: the
 * number of rows, the last id, the first and the last time. Otherwise every row is looked at, but no payload.
 */
final class TotalsReader {
    private static final int NUMBER_BYTES = StreamTotals.NUMBER_BYTES;

    private final Connection connection;
    private final StreamEntry entry;

    TotalsReader(Connection connection, StreamEntry entry) {
        this.connection = connection;
        this.entry = entry;
    }

    StreamTotals read() throws SQLException {
        if (!entry.hasTable()) {
            return StreamTotals.NONE;
        }
        Optional<StreamTotals> kept = entry.hasTotals() && entry.hasTimeIndex() ? kept() : Optional.empty();
        StreamTotals totals = kept.isPresent() ? kept.get() : count();
        return totals.knowsGaps() ? totals : withGaps(totals);
    }

    /** One statement, so that it sees one state of a file that grows. */
    private Optional<StreamTotals> kept() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(Schema.selectTotals(entry.table()))) {
            query.setString(1, entry.table());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                StreamTotals kept = new StreamTotals(
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        number(row, 8),
                        number(row, 9),
                        number(row, 10),
                        number(row, 11));
                return Optional.of(kept).filter(facts(row)::isSameFor);
            }
        }
    }

    private static double number(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? Double.NaN : number;
    }

    private StreamTotals count() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            StreamTotals facts;
            try (ResultSet row = statement.executeQuery(Schema.selectFacts(entry))) {
                facts = facts(row);
            }
            return facts.withBytes(entry.hasBlobs() ? blobBytes(statement, facts) : facts.messages() * NUMBER_BYTES);
        }
    }

    private static StreamTotals facts(ResultSet row) throws SQLException {
        return new StreamTotals(
                row.getLong(1), row.getLong(2), 0, row.getDouble(3), row.getDouble(4), Double.NaN, Double.NaN);
    }

    /** SQLite tells the length of a payload by the head of its cell. */
    private long blobBytes(Statement statement, StreamTotals facts) throws SQLException {
        long blobs;
        long bytes;
        try (ResultSet row = statement.executeQuery(
                "SELECT count(*), coalesce(sum(length(data)), 0) FROM \"" + entry.table() + "_blob\"")) {
            blobs = row.getLong(1);
            bytes = row.getLong(2);
        }
        return blobs == facts.messages() ? bytes : bytes + numbers(statement) * NUMBER_BYTES;
    }

    private long numbers(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(value) FROM \"" + entry.table() + "\"")) {
            return row.getLong(1);
        }
    }

    private StreamTotals withGaps(StreamTotals totals) throws SQLException {
        if (!(totals.last() > totals.first())) {
            return totals.withGaps(StreamTotals.NONE.minGap(), StreamTotals.NONE.maxGap());
        }
        double shortest = StreamTotals.NONE.minGap();
        double longest = StreamTotals.NONE.maxGap();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT ts FROM \"" + entry.table() + "\" ORDER BY ts")) {
            double previous = Double.POSITIVE_INFINITY;
            while (rows.next()) {
                double time = rows.getDouble(1);
                double gap = time - previous;
                shortest = gap > 0 ? Math.min(shortest, gap) : shortest;
                longest = Math.max(longest, gap);
                previous = time;
            }
        }
        return totals.withGaps(shortest, longest);
    }
}
