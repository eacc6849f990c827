package org.dimos.record.sqlite;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;
import org.dimos.record.repair.Doctor;
import org.dimos.record.repair.Recovery;
import org.dimos.record.repair.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are whole and were made to do harm. */
@Timeout(value = 20, unit = SECONDS)
class HostileFileTest {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final String ENDLESS =
            "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS id, x AS ts, x AS value FROM c";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void record() {
        file = folder.resolve("run.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            writer.stream(StreamSpec.of("cpu", Double.class)).append(Observation.of("cpu", START, START + 5, 1.5));
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
