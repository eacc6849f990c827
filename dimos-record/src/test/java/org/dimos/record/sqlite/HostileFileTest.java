package org.dimos.record.sqlite;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;
import org.dimos.record.repair.Doctor;
import org.dimos.record.repair.Recovery;
import org.dimos.record.repair.Verdict;
import org.dimos.record.selection.Area;
import org.dimos.record.selection.Selection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are whole and were made to do harm. */
@Timeout(value = 20, unit = SECONDS)
class HostileFileTest {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final String ENDLESS =
            "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS id, x AS ts, x AS value, -x AS nodeno, zeroblob(512) AS data, x AS parentnode FROM c";

    private static final Pose HERE = new Pose(new Point(0, 0, 0), new Quaternion(0, 0, 0, 1));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void record() {
        file = folder.resolve("run.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            writer.stream(StreamSpec.of("cpu", Double.class))
                    .append(Observation.of("cpu", START, START + 5, 1.5).withPose(HERE));
        }
    }

    @Test
    void aViewInPlaceOfAStreamIsNotRun() throws SQLException {
        change("DROP TABLE cpu_rtree", "DROP TABLE cpu", "CREATE VIEW cpu AS " + ENDLESS);

        assertThat(messages()).isZero();
    }

    @Test
    void aViewThatCallsItselfATableIsNotRun() throws SQLException {
        change(
                "DROP TABLE cpu_rtree",
                "DROP TABLE cpu",
                "CREATE VIEW cpu AS " + ENDLESS,
                "PRAGMA writable_schema=ON",
                "UPDATE sqlite_master SET type = 'table' WHERE name = 'cpu'");

        assertThatThrownBy(this::messages)
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aViewInPlaceOfTheListOfStreamsIsNotRun() throws SQLException {
        change("DROP TABLE _streams", "CREATE VIEW _streams AS " + ENDLESS);

        assertThatThrownBy(this::messages)
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("it has no table _streams");
    }

    @Test
    void repairDoesNotRunAViewEither() throws SQLException {
        change("DROP TABLE _streams", "CREATE VIEW _streams AS " + ENDLESS);

        assertThat(Doctor.examine(file, false, unused -> {}).verdict()).isNotEqualTo(Verdict.SOUND);
        assertThat(Recovery.recover(file, folder.resolve("b.db"), unused -> {})).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_node", "_rowid", "_parent"})
    void aViewInPlaceOfATableOfAnIndexIsNotRun(String part) throws SQLException {
        replace("cpu_rtree" + part, "view", "CREATE VIEW cpu_rtree" + part + " AS " + ENDLESS);

        assertThat(messages()).isEqualTo(1);
        assertThat(messagesNear()).isEqualTo(1);
        assertThat(Doctor.examine(file, false, unused -> {}).verdict()).isNotEqualTo(Verdict.SOUND);
        assertThat(Recovery.recover(file, folder.resolve("b.db"), unused -> {})).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE/**/VIEW cpu AS ", "create view [cpu] as ", "CREATE VIEW/**/\"cpu\" AS "})
    void aViewUnderAFalseNameIsNotRun(String head) throws SQLException {
        change("DROP TABLE cpu_rtree", "DROP TABLE cpu");
        replace(Schema.TOTALS, "table", head + ENDLESS);

        assertThat(Doctor.examine(file, false, unused -> {}).verdict()).isNotEqualTo(Verdict.SOUND);
        var unusedFound = Recovery.recover(file, folder.resolve("b.db"), unused -> {});
    }

    @Test
    void nodesThatNameEachOtherManyTimesAreNotWalked() throws SQLException {
        for (int node = 1; node <= 13; node++) {
            write(node, node == 1 ? 12 : 0, node + 1);
        }

        assertThat(messagesNear()).isEqualTo(1);
        assertThat(Doctor.examine(file, false, unused -> {}).verdict()).isNotEqualTo(Verdict.SOUND);
    }

    /** A node of the R-tree that names another one fifty times. */
    private void write(int number, int depth, int below) throws SQLException {
        ByteBuffer node =
                ByteBuffer.allocate(4 + 51 * 32).putShort((short) depth).putShort((short) 50);
        for (int cell = 0; cell < 50; cell++) {
            node.putLong(below);
            for (int dimension = 0; dimension < 3; dimension++) {
                node.putFloat(-9).putFloat(9);
            }
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement insert = connection.prepareStatement("REPLACE INTO cpu_rtree_node VALUES (?, ?)")) {
            insert.setInt(1, number);
            insert.setBytes(2, node.array());
            insert.executeUpdate();
        }
    }

    @Test
    void computedColumnsAreNotComputed() throws SQLException {
        change(
                "DROP TABLE cpu_rtree",
                "DROP TABLE cpu",
                "CREATE TABLE cpu (id INTEGER PRIMARY KEY, x, ts AS/**/(hex(zeroblob(100000000))))",
                "INSERT INTO cpu (x) VALUES (1)");

        assertThat(messages()).isZero();
    }

    @Test
    void aReceptionTimeOfAMillionDigitsIsNotRead() throws SQLException {
        change(
                "UPDATE cpu SET tags = CAST('{\"reception_ts\":' || replace(hex(zeroblob(500000)), '0', '9') || '}' AS BLOB)");

        try (RecordingFile opened = RecordingFile.open(file);
                Cursor cursor = opened.cursor("cpu")) {
            assertThat(cursor.next().receptionNanos()).isEqualTo(START);
        }
    }

    private long messagesNear() {
        try (RecordingFile opened = RecordingFile.open(file)) {
            return opened.count("cpu", Selection.all().near(new Area(new Point(0, 0, 0), 1)));
        }
    }

    private void replace(String table, String type, String sql) throws SQLException {
        change(
                "PRAGMA writable_schema=ON",
                "UPDATE sqlite_master SET type = '" + type + "', rootpage = 0, sql = '" + sql.replace("'", "''")
                        + "' WHERE name = '" + table + "'");
    }

    private long messages() {
        try (RecordingFile opened = RecordingFile.open(file)) {
            return opened.streams().get(0).messages();
        }
    }

    private void change(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
