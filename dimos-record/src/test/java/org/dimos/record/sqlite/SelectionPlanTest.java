package org.dimos.record.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.dimos.msgs.geometry.Point;
import org.dimos.record.RecordedTime;
import org.dimos.record.RecordingException;
import org.dimos.record.selection.Area;
import org.dimos.record.selection.Order;
import org.dimos.record.selection.Selection;
import org.dimos.record.selection.Tag;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Selections of few among many rows are found by the indexes. */
class SelectionPlanTest {
    private static final int ROWS = 1_000_000;
    private static final long START = 1_700_000_000L;

    @TempDir
    static Path folder = Path.of("");

    private static Path large = Path.of("");

    @BeforeAll
    static void writeMany() throws SQLException {
        large = folder.resolve("large.db");
        try (RecordingWriter writer = RecordingWriter.create(large)) {
            RecordingStream stream = writer.stream(StreamSpec.of("number", Double.class));
            assertThat(stream.table()).isEqualTo("number");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + large);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous=OFF");
            statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS + ")"
                    + " INSERT INTO number (id, ts, value, pose_x, pose_y, pose_z, pose_qx, pose_qy, pose_qz, pose_qw, tags)"
                    + " SELECT i, " + START + " + i / 1000.0, i / 2.0, i / 100.0, 0, 0, 0, 0, 0, 1,"
                    + " CASE WHEN i % 100000 = 0 THEN jsonb('{\"scene\":\"hall\"}') ELSE jsonb('{}') END FROM n");
            statement.execute(
                    "INSERT INTO number_rtree SELECT id, pose_x, pose_x, 0, 0, 0, 0 FROM number WHERE id % 50 = 0");
            statement.execute("CREATE INDEX number_tag_scene ON number(json_extract(tags, '$.scene'))");
        }
    }

    private static long nanos(double seconds) {
        return RecordedTime.toNanos(START + seconds);
    }

    private static List<String> plan(Selection selection) {
        try (RecordingFile file = RecordingFile.open(large)) {
            return file.plan("number", selection);
        }
    }

    private static long first(Selection selection) {
        try (RecordingFile file = RecordingFile.open(large);
                Cursor cursor = file.select("number", selection)) {
            return cursor.next().id();
        }
    }

    private static void assertSearches(Selection selection, String by) {
        assertThat(plan(selection))
                .anyMatch(step -> step.contains("SEARCH s USING") && step.contains(by))
                .noneMatch(step -> step.contains("SCAN s"));
    }

    @Test
    void aSpanOfTimeIsFoundByTheIndexOnTime() {
        Selection selection =
                Selection.all().from(nanos(500)).until(nanos(500.01)).orderBy(Order.TIME.reversed());

        assertSearches(selection, "number_ts_id");
        assertThat(plan(selection)).noneMatch(step -> step.contains("TEMP B-TREE"));
        assertThat(first(selection)).isEqualTo(500_009);
    }

    @Test
    void aTagIsFoundByItsIndex() {
        Selection selection = Selection.all().tag(new Tag("scene", "hall")).limit(3);

        assertSearches(selection, "number_tag_scene");
        assertThat(first(selection)).isEqualTo(100_000);
    }

    @Test
    void aPlaceIsFoundByTheTreeOfPlaces() {
        Selection selection =
                Selection.all().near(new Area(new Point(5000, 0, 0), 1)).limit(1);

        assertSearches(selection, "INTEGER PRIMARY KEY");
        assertThat(plan(selection)).anyMatch(step -> step.contains("VIRTUAL TABLE INDEX"));
        assertThat(first(selection)).isEqualTo(499_900);
    }

    @Test
    void newRowsAreFoundByTheirIds() {
        Selection selection =
                Selection.all().afterId(ROWS - 5).orderBy(Order.ID).limit(64);

        assertSearches(selection, "INTEGER PRIMARY KEY");
        assertSearches(selection.near(new Area(new Point(10_000, 0, 0), 1)).from(nanos(1)), "INTEGER PRIMARY KEY");
        assertThat(first(selection)).isEqualTo(ROWS - 4);
    }

    @Test
    void theFirstAndTheLastAreFoundAtTheEndsOfTheIndex() {
        for (Order order : List.of(Order.TIME, Order.TIME.reversed())) {
            assertThat(plan(Selection.all().orderBy(order).limit(1)))
                    .singleElement()
                    .asString()
                    .contains("USING COVERING INDEX number_ts_id");
        }
        assertThat(first(Selection.all().orderBy(Order.TIME.reversed()).limit(1)))
                .isEqualTo(ROWS);
    }

    @Test
    void boundsOfTimeAgreeWithTheRowsToTheNanosecond() {
        try (RecordingFile file = RecordingFile.open(large)) {
            for (long id : new long[] {1, 333_333, 777_777}) {
                long time = RecordedTime.toNanos(START + id / 1000.0);
                assertThat(file.count("number", Selection.all().from(time))).isEqualTo(ROWS - id + 1);
                assertThat(file.count("number", Selection.all().from(time + 1))).isEqualTo(ROWS - id);
                assertThat(file.count("number", Selection.all().until(time))).isEqualTo(id - 1);
                assertThat(file.count("number", Selection.all().until(time + 1)))
                        .isEqualTo(id);
            }
        }
    }

    @Test
    void aDamagedFileIsToldInASentence() throws IOException {
        Path damaged = Files.copy(large, folder.resolve("damaged.db"));
        try (FileChannel channel = FileChannel.open(damaged, StandardOpenOption.WRITE)) {
            byte[] rubbish = new byte[16384];
            java.util.Arrays.fill(rubbish, (byte) 0x5a);
            for (long at = 16384 * 20; at < channel.size(); at += 16384) {
                channel.write(ByteBuffer.wrap(rubbish), at);
            }
        }
        try (RecordingFile file = RecordingFile.open(damaged)) {
            Selection selection = Selection.all().tag(new Tag("scene", "hall")).orderBy(Order.ID);
            assertThatThrownBy(() -> file.count("number", selection))
                    .isInstanceOf(RecordingException.class)
                    .hasMessageContaining("stream 'number' of " + damaged + " cannot be read: ");
            assertThatThrownBy(() -> file.select("number", selection).next())
                    .isInstanceOf(RecordingException.class)
                    .hasMessageContaining("cannot be read: ");
            assertThatThrownBy(() -> file.summary("number", selection)).isInstanceOf(RecordingException.class);
        }
    }

    @Test
    void aTableThatOnlyLooksLikeATreeOfPlacesIsNotTrusted() throws SQLException {
        Path file = folder.resolve("foreign.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            assertThat(writer.stream(StreamSpec.of("number", Double.class)).table())
                    .isEqualTo("number");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE number_rtree");
            statement.execute("CREATE VIEW number_rtree AS SELECT 1/0 AS id");
            statement.execute("INSERT INTO number VALUES (1, " + START + ", 1, 2, 0, 0, 0, 0, 0, 1, jsonb('{}'))");
        }
        try (RecordingFile foreign = RecordingFile.open(file)) {
            assertThat(foreign.count("number", Selection.all().near(new Area(new Point(2, 0, 0), 0))))
                    .isEqualTo(1);
        }
    }
}
