package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream of a copy. Rows get new ids, 1 and up, in the order in which they come. */
final class CopiedStream implements AutoCloseable {
    private final Connection connection;
    private final String table;
    private final List<String> tags;
    private final PreparedStatement insertRow;
    private @Nullable PreparedStatement insertBlob;
    private @Nullable PreparedStatement insertPlace;
    private final TotalsWriter.Tally tally;
    private long lastId;

    CopiedStream(Connection connection, String table, List<String> tags, TotalsWriter.Tally tally) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.tags = tags;
        this.tally = tally;
        execute(Schema.createStream(table));
        execute(Schema.createPlaces(table));
        insertRow = connection.prepareStatement(Schema.insertRow(table));
    }

    void append(RawRow row) throws SQLException {
        lastId++;
        insertRow.setLong(1, lastId);
        for (int i = 0; i < RawRow.COLUMNS; i++) {
            insertRow.setObject(2 + i, row.column(i));
        }
        insertRow.executeUpdate();
        byte[] blob = row.blob();
        if (blob != null) {
            insertBlob(blob);
        }
        if (row.hasPlace()) {
            insertPlace(row);
        }
        tally.add(lastId, row.seconds(), blob == null ? StreamTotals.NUMBER_BYTES : blob.length);
    }

    private void insertBlob(byte[] blob) throws SQLException {
        PreparedStatement insert = insertBlob;
        if (insert == null) {
            execute(Schema.createBlobs(table));
            insert = connection.prepareStatement(Schema.insertBlob(table));
            insertBlob = insert;
        }
        insert.setLong(1, lastId);
        insert.setBytes(2, blob);
        insert.executeUpdate();
    }

    private void insertPlace(RawRow row) throws SQLException {
        PreparedStatement insert = insertPlace;
        if (insert == null) {
            insert = connection.prepareStatement(Schema.insertPlace(table));
            insertPlace = insert;
        }
        insert.setLong(1, lastId);
        for (int axis = 0; axis < 3; axis++) {
            insert.setObject(2 + 2 * axis, row.place(axis));
            insert.setObject(3 + 2 * axis, row.place(axis));
        }
        insert.executeUpdate();
    }

    /** Makes the indexes, which is cheaper when all rows are there. */
    void finish() throws SQLException {
        execute(Schema.createTimeIndex(table));
        for (String tag : tags) {
            execute(Schema.createTagIndex(table, tag));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        insertRow.close();
        if (insertBlob != null) {
            insertBlob.close();
        }
        if (insertPlace != null) {
            insertPlace.close();
        }
    }
}
