package org.dimos.record.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.dimos.core.message.Opaque;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.record.RecordingException;
import org.dimos.record.StreamInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that others made, not all of them in good faith: each gives one sentence, none does harm. */
class ForeignFileTest {
    private static final String POSE = "dimos.msgs.geometry_msgs.PoseStamped.PoseStamped";
    private static final byte[] POSE_FINGERPRINT = HexFormat.of().parseHex("6A82696458C279A0");

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("run.db");
    }

    @Test
    void refusesAStreamNameWithSql() throws SQLException {
        registry();
        register("x\"; DROP TABLE y; --", config(POSE, "lcm"));
        refusesToOpen().hasMessageContaining("stream named 'x\"; DROP TABLE y; --'");
    }

    @Test
    void acceptsOldClassPathsUnknownKeysAndBareRows() throws SQLException {
        registry();
        register("a", config("dimos.memory2.Thing", "pickle"));
        register(
                "b",
                "{\"payload_module\": \"" + POSE + "\", \"codec_id\": \"lcm\", \"colour\": 7,"
                        + " \"blob_store\": {\"class\": \"dimos.memory2.blobstore.sqlite.SqliteBlobStore\"}}");
        try (RecordingFile recording = RecordingFile.open(file)) {
            assertThat(recording.streams()).extracting(StreamInfo::messages).containsExactly(0L, 0L);
            assertThat(recording.stream("a").typeName()).isEqualTo("dimos.memory.Thing");
            assertThat(recording.stream("b").payloadType()).contains(PoseStamped.class);
            try (Cursor cursor = recording.cursor("b")) {
                assertThat(cursor.hasNext()).isFalse();
            }
        }
    }

    @Test
    void refusesPayloadsOutsideTheFile() throws SQLException {
        registry();
        register(
                "a",
                "{\"payload_module\": \"" + POSE + "\", \"codec_id\": \"lcm\", \"blob_store\": {\"class\":"
                        + " \"dimos.memory.blobstore.file.FileBlobStore\", \"config\": {\"root\": \"/etc\"}}}");
        refusesToOpen().hasMessageContaining("outside the file").hasMessageContaining("FileBlobStore");
    }

    @Test
    void keepsAForeignPickleClosed() throws SQLException {
        stream("a", "some.module.Thing", "pickle", HexFormat.of().parseHex("8003630A2E"));
        try (RecordingFile recording = RecordingFile.open(file);
                Cursor cursor = recording.cursor("a")) {
            assertThat(recording.stream("a").payloadType()).isEmpty();
            assertThat(cursor.next().payload())
                    .isInstanceOfSatisfying(
                            Opaque.class,
                            opaque -> assertThat(opaque.typeName()).isEqualTo("some.module.Thing"));
        }
    }

    @Test
    void goesByTheFingerprintFirst() throws SQLException {
        byte[] pose = Arrays.copyOf(POSE_FINGERPRINT, 90);
        stream("a", "dimos.robot.go2.Odometry", "lcm", pose);
        try (RecordingFile recording = RecordingFile.open(file)) {
            assertThat(recording.stream("a").payloadType()).contains(PoseStamped.class);
        }
    }

    @Test
    void tellsOfAPayloadOfAnotherType() throws SQLException {
        stream("a", POSE, "lcm", new byte[90]);
        refusesToDecode().hasMessageContaining("message 1 of stream 'a' is no geometry_msgs.PoseStamped");
    }

    @Test
    void refusesALengthOfThreeGigabytes() throws SQLException {
        byte[] pose = Arrays.copyOf(POSE_FINGERPRINT, 90);
        ByteBuffer.wrap(pose).putInt(20, (int) 3_000_000_000L);
        stream("a", POSE, "lcm", pose);
        refusesToDecode().hasMessageContaining("message 1 of stream 'a'");
    }

    @Test
    void refusesAnLz4Bomb() throws SQLException, IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        try (FramedLZ4CompressorOutputStream lz4 = new FramedLZ4CompressorOutputStream(bomb)) {
            for (long size = 0; size <= Lz4Frames.MAX_SIZE; size += zeros.length) {
                lz4.write(zeros);
            }
        }
        stream("a", POSE, "lz4+lcm", bomb.toByteArray());
        refusesToDecode().hasMessageContaining("at most");
    }

    @Test
    void takesNoViewForAStream() throws SQLException {
        registry();
        register("a", config(POSE, "lcm"));
        update(
                "CREATE VIEW a AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n");
        try (RecordingFile recording = RecordingFile.open(file)) {
            assertThat(recording.stream("a").messages()).isZero();
        }
    }

    @Test
    void tellsThatAFileIsMissingAndWhatIsThere() throws SQLException {
        registry();
        assertThatThrownBy(() -> RecordingFile.open(folder.resolve("rum.db")))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("did you mean run.db?");
        assertThat(folder.resolve("rum.db")).doesNotExist();
    }

    @Test
    void tellsThatAFileIsNoDatabase() throws IOException {
        Files.writeString(file, "hello ".repeat(100));
        refusesToOpen().hasMessageContaining("not a SQLite database");
        Files.writeString(file, "");
        refusesToOpen().hasMessageContaining("not a SQLite database");
    }

    @Test
    void tellsThatADatabaseIsNoRecording() throws SQLException {
        update("CREATE TABLE t (x)");
        refusesToOpen().hasMessageContaining("no table _streams");
    }

    @Test
    void tellsThatAFileIsCutOff() throws SQLException, IOException {
        stream("a", POSE, "lcm", new byte[20_000]);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        refusesToOpen().hasMessageContaining("cut off");
    }

    @Test
    void tellsThatAFileIsDamaged() throws SQLException, IOException {
        stream("a", POSE, "lcm", new byte[20_000]);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
        Files.write(file, bytes);
        refusesToOpen().hasMessageContaining("damaged");
    }

    @Test
    void readsACopyThatHasOnlyTheLog() throws SQLException, IOException {
        Path live = folder.resolve("live.db");
        Path copy = Files.createDirectory(folder.resolve("copy")).resolve("copy.db");
        try (RecordingWriter writer = RecordingWriter.createLive(live)) {
            writer.stream(StreamSpec.of("x", Double.class));
            writer.commit();
            Files.copy(live, copy);
            Files.copy(Path.of(live + "-wal"), Path.of(copy + "-wal"));
        }
        try (RecordingFile recording = RecordingFile.open(copy)) {
            assertThat(recording.streamNames()).containsExactly("x");
        }
        try (Stream<Path> files = Files.list(copy.getParent())) {
            assertThat(files).containsExactlyInAnyOrder(copy, Path.of(copy + "-wal"));
        }
    }

    private AbstractThrowableAssert<?, ?> refusesToOpen() {
        return assertThatThrownBy(() -> RecordingFile.open(file).close()).isInstanceOf(RecordingException.class);
    }

    private AbstractThrowableAssert<?, ?> refusesToDecode() {
        return assertThatThrownBy(() -> {
                    try (RecordingFile recording = RecordingFile.open(file);
                            Cursor cursor = recording.cursor("a")) {
                        cursor.next().payload();
                    }
                })
                .isInstanceOf(RecordingException.class);
    }

    private void registry() throws SQLException {
        update(Schema.CREATE_STREAMS);
    }

    private void register(String name, String config) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO _streams VALUES (?, ?)")) {
            insert.setString(1, name);
            insert.setString(2, config);
            insert.executeUpdate();
        }
    }

    private void stream(String name, String module, String codec, byte[] blob) throws SQLException {
        registry();
        register(name, config(module, codec));
        update(Schema.createStream(name));
        update(Schema.createBlobs(name));
        update("INSERT INTO \"" + name + "\" (id, ts) VALUES (1, 1700000000.5)");
        try (Connection connection = connect();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO \"" + name + "_blob\" (id, data) VALUES (?, ?)")) {
            insert.setLong(1, 1);
            insert.setBytes(2, blob);
            insert.executeUpdate();
        }
    }

    private static String config(String module, String codec) {
        return "{\"payload_module\": \"" + module + "\", \"codec_id\": \"" + codec + "\"}";
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
