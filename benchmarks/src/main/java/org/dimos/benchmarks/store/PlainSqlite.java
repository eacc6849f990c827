package org.dimos.benchmarks.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a good engineer writes with sqlite-jdbc: one connection, WAL, NORMAL, one table of id, time and bytes, a
 * prepared statement, a transaction per batch.
 */
public final class PlainSqlite implements Contestant {
    private final int pageSize;

    public PlainSqlite(int pageSize) {
        this.pageSize = pageSize;
    }

    @Override
    public String name() {
        return "sqlite-jdbc, pages of " + pageSize;
    }

    @Override
    public double write(Messages messages, Path file) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA page_size=" + pageSize);
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=NORMAL");
            }
            insert(connection, messages);
            check(connection, messages);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void insert(Connection connection, Messages messages) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE message (id INTEGER PRIMARY KEY, ts REAL NOT NULL, data BLOB NOT NULL)");
        }
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO message (ts, data) VALUES (?, ?)")) {
            long batch = 0;
            for (int i = 0; i < messages.count(); i++) {
                byte[] data = messages.data(i);
                insert.setDouble(1, 1_700_000_000 + i * 1e-6);
                insert.setBytes(2, data);
                insert.executeUpdate();
                batch += data.length;
                if (batch >= BATCH_BYTES) {
                    connection.commit();
                    batch = 0;
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void check(Connection connection, Messages messages) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(id) FROM message")) {
            if (row.getLong(1) != messages.count()) {
                throw new IllegalStateException(row.getLong(1) + " of " + messages.count() + " messages were written");
            }
        }
    }
}
