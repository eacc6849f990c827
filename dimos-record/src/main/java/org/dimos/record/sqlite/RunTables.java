package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dimos.record.Loss;
import org.dimos.record.RecordedTime;
import org.dimos.record.RunInfo;

/** The tables about the run as a whole, which a file may lack. */
final class RunTables {
    private RunTables() {}

    static Optional<RunInfo> run(Connection connection) throws SQLException {
        if (!Registry.hasTable(connection, Schema.RUN)) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT blueprint, java_version, start_ns FROM " + Schema.RUN + " LIMIT 1")) {
            return row.next() ? Optional.of(new RunInfo(text(row, 1), text(row, 2), row.getLong(3))) : Optional.empty();
        }
    }

    static List<Loss> losses(Connection connection) throws SQLException {
        if (!Registry.hasTable(connection, Schema.LOSSES)) {
            return List.of();
        }
        List<Loss> losses = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT stream, from_ns, to_ns, count, reason FROM "
                        + Schema.LOSSES + " ORDER BY from_ns, id")) {
            while (row.next()) {
                losses.add(new Loss(text(row, 1), row.getLong(2), row.getLong(3), row.getLong(4), text(row, 5)));
            }
        }
        return losses;
    }

    static void write(Connection connection, RunInfo run) throws SQLException {
        String sql = "INSERT INTO " + Schema.RUN + " (blueprint, java_version, start_ns) VALUES (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, run.blueprint());
            insert.setString(2, run.javaVersion());
            insert.setLong(3, run.startNanos());
            insert.executeUpdate();
        }
    }

    /** Writes a span of losses, or writes it again after it has grown. */
    static void write(Connection connection, long id, Loss loss) throws SQLException {
        String sql = "INSERT OR REPLACE INTO " + Schema.LOSSES
                + " (id, stream, from_ns, to_ns, count, reason) VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, id);
            insert.setString(2, loss.stream());
            insert.setLong(3, loss.fromNanos());
            insert.setLong(4, loss.toNanos());
            insert.setLong(5, loss.count());
            insert.setString(6, loss.reason());
            insert.executeUpdate();
        }
    }

    /** The values that were written again because they held when the file began: how many and how large, by table. */
    static Map<String, Carried> carried(Connection connection) throws SQLException {
        if (!Registry.hasTable(connection, Schema.CARRIED)) {
            return Map.of();
        }
        Map<String, Carried> carried = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT stream, count(*), sum(bytes) FROM " + Schema.CARRIED + " GROUP BY stream")) {
            while (row.next()) {
                carried.put(text(row, 1), new Carried(row.getLong(2), row.getLong(3)));
            }
        }
        return carried;
    }

    /** The times of the rows of a table that were written again. */
    static List<Long> carriedNanos(Connection connection, String table) throws SQLException {
        List<Long> times = new ArrayList<>();
        if (Registry.hasTable(connection, Schema.CARRIED)) {
            String sql = "SELECT s.ts FROM " + Schema.CARRIED + " AS c JOIN \"" + table
                    + "\" AS s ON s.id = c.id WHERE c.stream = ?";
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, table);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        times.add(RecordedTime.toNanos(row.getDouble(1)));
                    }
                }
            }
        }
        return times;
    }

    static void writeCarried(Connection connection, String table, List<LatchedRow> rows) throws SQLException {
        String sql = "INSERT INTO " + Schema.CARRIED + " (stream, id, bytes) VALUES (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (LatchedRow row : rows) {
                insert.setString(1, table);
                insert.setLong(2, row.id());
                insert.setLong(
                        3,
                        row.row().blob() == null
                                ? Carried.NUMBER_BYTES
                                : row.row().size());
                insert.executeUpdate();
            }
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
