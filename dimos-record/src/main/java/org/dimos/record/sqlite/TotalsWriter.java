package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dimos.record.RecordedTime;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the totals of all streams of a file that is being written and writes those that have changed into each
 * transaction, so that a reader of a large file need not look at every message.
 */
final class TotalsWriter {
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private @Nullable PreparedStatement insert;

    /** The count of a new stream, or of one that was taken back and comes again. */
    Tally start(String table) {
        Tally tally = new Tally(table);
        tallies.put(table, tally);
        return tally;
    }

    /** To be called as the last thing in a transaction. */
    void write(Connection connection) throws SQLException {
        for (Tally tally : tallies.values()) {
            if (tally.now.messages() != tally.written.messages()) {
                write(connection, tally);
            }
        }
    }

    private void write(Connection connection, Tally tally) throws SQLException {
        PreparedStatement statement = insert;
        if (statement == null) {
            statement = connection.prepareStatement(Schema.INSERT_TOTALS);
            insert = statement;
        }
        StreamTotals now = tally.now;
        statement.setString(1, tally.table);
        statement.setLong(2, now.messages());
        statement.setLong(3, now.lastId());
        statement.setLong(4, now.bytes());
        statement.setDouble(5, now.first());
        statement.setDouble(6, now.last());
        statement.setDouble(7, now.minGap());
        statement.setDouble(8, now.maxGap());
        statement.executeUpdate();
        tally.written = now;
    }

    /** Everything written since the last commit is part of the file. */
    void committed() {
        tallies.values().forEach(tally -> tally.committed = tally.now);
    }

    /** Everything since the last commit is not part of the file. */
    void rolledBack() {
        for (Tally tally : tallies.values()) {
            tally.now = tally.committed;
            tally.written = tally.committed;
        }
    }

    /** Counts one stream. */
    static final class Tally {
        private final String table;
        private StreamTotals now = StreamTotals.NONE;
        private StreamTotals written = StreamTotals.NONE;
        private StreamTotals committed = StreamTotals.NONE;

        private Tally(String table) {
            this.table = table;
        }

        void add(NumberedRow numbered) {
            Row row = numbered.row();
            int size =
                    row.blob() == null ? StreamTotals.NUMBER_BYTES : row.blob().length();
            add(numbered.id(), RecordedTime.toSeconds(row.timestampNanos()), size);
        }

        void add(long id, double seconds, long size) {
            now = now.with(id, seconds, size);
        }
    }
}
