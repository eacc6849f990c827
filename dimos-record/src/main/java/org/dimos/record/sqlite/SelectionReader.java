package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.dimos.record.RecordedTime;
import org.dimos.record.selection.Selection;
import org.dimos.record.selection.Summary;

/** Answers selections of a file's streams with SQL. */
final class SelectionReader {
    private static final int NUMBER_BYTES = 8;

    private final Connection connection;

    SelectionReader(Connection connection) {
        this.connection = connection;
    }

    RowSource rows(StreamEntry entry, Selection selection, RowReader reader) throws SQLException {
        SelectionSql sql = sql(entry, selection);
        return sql.isInOrder()
                ? new IndexedRows(sql.prepare(connection, sql.rows()), reader)
                : new SelectedRows(connection, entry, reader, sql);
    }

    long count(StreamEntry entry, Selection selection) throws SQLException {
        SelectionSql sql = sql(entry, selection);
        try (PreparedStatement query = sql.prepare(connection, sql.count());
                ResultSet row = query.executeQuery()) {
            return row.getLong(1);
        }
    }

    Summary summary(StreamEntry entry, Selection selection) throws SQLException {
        SelectionSql sql = sql(entry, selection);
        Summary.Sum sum = new Summary.Sum();
        try (PreparedStatement query = sql.prepare(connection, sql.sizes());
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                long nanos = RecordedTime.toNanos(rows.getDouble(1));
                long size = rows.getLong(2);
                sum.add(nanos, rows.wasNull() ? NUMBER_BYTES : size);
            }
        }
        return sum.result();
    }

    /** How SQLite goes about it, a line for each step. */
    List<String> plan(StreamEntry entry, Selection selection) throws SQLException {
        SelectionSql sql = sql(entry, selection);
        List<String> steps = new ArrayList<>();
        try (PreparedStatement query = sql.prepare(connection, "EXPLAIN QUERY PLAN " + sql.ids());
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                steps.add(rows.getString(4));
            }
        }
        return steps;
    }

    private SelectionSql sql(StreamEntry entry, Selection selection) throws SQLException {
        boolean hasPlaces =
                !selection.areas().isEmpty() && FileSchema.of(connection).isTree(entry.table() + "_rtree");
        return new SelectionSql(entry, selection, hasPlaces);
    }

    /** A number that changes with the tables of the file. */
    long schemaVersion() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("PRAGMA schema_version");
                ResultSet row = query.executeQuery()) {
            return row.getLong(1);
        }
    }
}
