package org.dimos.record.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes databases that are whole as far as SQLite is concerned, and lie: about cells, columns, tables and the schema itself. */
final class SqlMutation {
    private static final List<String> VALUES = List.of(
            "NULL",
            "-1",
            "9223372036854775807",
            "1e308",
            "'x'",
            "''",
            "x''",
            "x'00'",
            "zeroblob(100000)",
            "randomblob(20)",
            "9e999",
            "'{\"reception_ts\": 1e999999999}'",
            "jsonb('[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]')",
            "'{\"reception_ts\": ' || replace(hex(zeroblob(50000)), '0', '9') || '}'",
            "'{\"payload_module\": \"a.b.C\", \"codec_id\": \"lz4+lz4+lz4+lcm\"}'",
            "'../../etc/passwd'",
            "'java.lang.Runtime'",
            "'a\"; DROP TABLE b; --'");
    private static final String ENDLESS =
            "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS id, x AS ts, NULL AS value,"
                    + " 0.0 AS pose_x, 0.0 AS pose_y, 0.0 AS pose_z, 0.0 AS pose_qx, 0.0 AS pose_qy, 0.0 AS pose_qz,"
                    + " 1.0 AS pose_qw, x'12' AS tags, x AS data, x AS name, x AS config, -x AS nodeno, x AS parentnode FROM c";
    private static final List<String> SCHEMAS = List.of(
            "CREATE VIEW \"%1$s\" AS " + ENDLESS,
            "CREATE VIRTUAL TABLE \"%1$s\" USING rtree(id, a, b)",
            "CREATE VIRTUAL TABLE \"%1$s\" USING fts5(id, ts, value, tags)",
            "CREATE VIRTUAL TABLE \"%1$s\" USING generate_series",
            "CREATE TABLE \"%1$s\" (id INTEGER PRIMARY KEY, ts AS (hex(zeroblob(100000000))), value, pose_x, pose_y, pose_z,"
                    + " pose_qx, pose_qy, pose_qz, pose_qw, tags)",
            "CREATE TABLE \"%1$s\" (id, data)",
            "CREATE TABLE \"%1$s\" (ts, id PRIMARY KEY) WITHOUT ROWID",
            "CREATE TABLE",
            "");

    private SqlMutation() {}

    static byte[] of(byte[] input, Random random, Path folder) throws Exception {
        Path file = Files.write(folder.resolve("mutated.db"), input);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=DELETE");
            statement.execute("PRAGMA writable_schema=ON");
            List<String> tables = names(statement);
            int changes = 1 + random.nextInt(3);
            for (int i = 0; i < changes && !tables.isEmpty(); i++) {
                String table = random.nextInt(4) == 0 ? "_streams" : tables.get(random.nextInt(tables.size()));
                change(statement, table, random);
            }
        } catch (SQLException e) {
            // What SQLite itself refuses to write cannot be in a file.
        }
        byte[] mutated = Files.readAllBytes(file);
        Files.delete(file);
        Files.deleteIfExists(folder.resolve("mutated.db-journal"));
        return mutated;
    }

    private static List<String> names(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void change(Statement statement, String table, Random random) throws SQLException {
        String value = VALUES.get(random.nextInt(VALUES.size()));
        switch (random.nextInt(8)) {
            case 0 -> schema(statement, table, random);
            case 1 -> statement.execute("DELETE FROM \"" + table + "\" WHERE rowid % 2 = " + random.nextInt(2));
            case 2 ->
                statement.execute(
                        "UPDATE sqlite_master SET rootpage = " + random.nextInt(40) + " WHERE name = '" + table + "'");
            default -> cell(statement, random.nextBoolean() ? table : "_streams", value, random);
        }
    }

    private static void schema(Statement statement, String table, Random random) throws SQLException {
        String sql = String.format(SCHEMAS.get(random.nextInt(SCHEMAS.size())), table);
        String type = random.nextBoolean() ? "table" : "view";
        String place = sql.startsWith("CREATE V") ? ", rootpage = 0" : "";
        statement.execute("UPDATE sqlite_master SET sql = '" + sql.replace("'", "''") + "', type = '" + type + "'"
                + place + " WHERE name = '" + table + "'");
    }

    private static void cell(Statement statement, String table, String value, Random random) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT name FROM pragma_table_info('" + table + "')")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        if (!columns.isEmpty()) {
            String column = columns.get(random.nextInt(columns.size()));
            statement.execute("UPDATE OR IGNORE \"" + table + "\" SET \"" + column + "\" = " + value
                    + " WHERE rowid % 3 = " + random.nextInt(3));
        }
    }
}
