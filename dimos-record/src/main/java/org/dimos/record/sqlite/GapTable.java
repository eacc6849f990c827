package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dimos.record.Gap;

/** The table of the spans that edits took out, which a file may lack. */
final class GapTable {
    private GapTable() {}

    /** The gaps, their streams by the names of their tables. */
    static List<Gap> read(Connection connection) throws SQLException {
        if (!Registry.hasTable(connection, Schema.GAPS)) {
            return List.of();
        }
        List<Gap> gaps = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT stream, from_ns, to_ns FROM " + Schema.GAPS + " ORDER BY from_ns, to_ns, id")) {
            while (row.next()) {
                gaps.add(new Gap(Optional.ofNullable(row.getString(1)), row.getLong(2), row.getLong(3)));
            }
        }
        return gaps;
    }

    static void write(Connection connection, List<Gap> gaps, UnaryOperator<String> tables) throws SQLException {
        if (gaps.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(Schema.CREATE_GAPS);
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + Schema.GAPS + " (stream, from_ns, to_ns) VALUES (?, ?, ?)")) {
            for (Gap gap : gaps) {
                insert.setString(1, gap.stream().map(tables).orElse(null));
                insert.setLong(2, gap.fromNanos());
                insert.setLong(3, gap.toNanos());
                insert.executeUpdate();
            }
        }
    }
}
