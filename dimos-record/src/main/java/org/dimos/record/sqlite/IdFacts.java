package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What is known at once about the row numbers of a stream that has rows.
 *
 * @param first the smallest
 * @param last the largest
 * @param inOrder whether rows are numbered without holes in the order of time
 */
record IdFacts(long first, long last, boolean inOrder) {

    /** One statement, so that it sees one state of a file that grows. */
    static IdFacts of(Connection connection, StreamEntry entry) throws SQLException {
        String table = "\"" + entry.table() + "\"";
        String ids = "SELECT (SELECT min(id) FROM " + table + "), (SELECT max(id) FROM " + table + ")";
        if (!entry.hasTotals() || !entry.hasTimeIndex()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(ids)) {
                return new IdFacts(row.getLong(1), row.getLong(2), false);
            }
        }
        String sql = ids + ", (SELECT messages FROM _dimos_totals WHERE name = ?1 AND min_gap IS NOT NULL AND max_gap"
                + " IS NOT NULL AND last_id = (SELECT max(id) FROM " + table + ") AND first_ts = (SELECT min(ts) FROM "
                + table + ") AND last_ts = (SELECT max(ts) FROM " + table + "))";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, entry.table());
            try (ResultSet row = query.executeQuery()) {
                long first = row.getLong(1);
                long last = row.getLong(2);
                return new IdFacts(first, last, row.getLong(3) == last - first + 1 && last >= first && last > 0);
            }
        }
    }

    /** How many rows there are at most. */
    long span() {
        return Math.max(0, last - first + 1);
    }
}
