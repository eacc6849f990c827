package org.dimos.record.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.Opaque;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.std.Header;
import org.dimos.record.JpegImages;
import org.dimos.record.Loss;
import org.dimos.record.Observation;
import org.dimos.record.Producer;
import org.dimos.record.RecordingException;
import org.dimos.record.RunInfo;
import org.dimos.record.StreamInfo;
import org.dimos.record.Tags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingWriterTest {
    private static final long START = 1_780_000_000_000_000_000L;

    @TempDir
    Path folder;

    private Path file = Path.of("");

    /** A message that only Java programs know. */
    public record Mood(String name, double strength) {}

    @BeforeEach
    void name() {
        file = folder.resolve("run.db");
    }

    @Test
    void refusesToOverwriteAFile() throws IOException {
        Files.writeString(file, "precious");
        assertThatThrownBy(() -> RecordingWriter.create(file))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("never overwritten");
        assertThat(Files.readString(file)).isEqualTo("precious");
    }

    @Test
    void leavesNothingButTheFile() throws IOException {
        writeOne("odom", pose(1));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void writesTheTablesOfPython() throws SQLException {
        writeOne("odom", pose(3));
        assertThat(query("SELECT name FROM sqlite_master WHERE name LIKE 'odom%' OR name = '_streams'"))
                .contains("odom", "odom_rtree", "odom_blob", "odom_ts_id", "odom_tag_reception_ts", "_streams");
        assertThat(query("SELECT name FROM pragma_table_info('odom')"))
                .containsExactly(
                        "id", "ts", "value", "pose_x", "pose_y", "pose_z", "pose_qx", "pose_qy", "pose_qz", "pose_qw",
                        "tags");
        assertThat(query("SELECT x_min || ' ' || x_max FROM odom_rtree")).containsExactly("3.0 3.0");
        assertThat(query("SELECT hex(substr(data, 1, 8)) FROM odom_blob")).containsExactly("6A82696458C279A0");
        assertThat(query("SELECT typeof(tags) || json(tags) FROM odom"))
                .containsExactly("blob{\"reception_ts\":1780000000.002}");
        assertThat(query("PRAGMA page_size")).containsExactly("8192");
        assertThat(query("PRAGMA journal_mode")).containsExactly("wal");
    }

    @Test
    void registersAStreamAsPythonDoes() throws SQLException {
        writeOne("odom", pose(1));
        assertThat(query("SELECT config FROM _streams"))
                .containsExactly("{\"payload_module\": \"dimos.msgs.geometry_msgs.PoseStamped.PoseStamped\","
                        + " \"codec_id\": \"lcm\", \"eager_blobs\": false, \"page_size\": 256, \"blob_store\":"
                        + " {\"class\": \"dimos.memory.blobstore.sqlite.SqliteBlobStore\", \"config\": {\"path\":"
                        + " null}}, \"vector_store\": {\"class\":"
                        + " \"dimos.memory.vectorstore.sqlite.SqliteVectorStore\", \"config\": {\"path\": null}},"
                        + " \"notifier\": {\"class\": \"dimos.memory.notifier.subject.SubjectNotifier\","
                        + " \"config\": {}}}");
    }

    @Test
    void givesBackEveryKindOfPayload() {
        Opaque opaque = new Opaque("vendor/Gps", new Encoded("ros1", Bytes.copyOf((byte) 1, (byte) 2)));
        List<Object> payloads =
                List.of(pose(1), Twist.zero(), new Mood("calm", 0.5), "hello", 2.0, 2.5f, 7L, 8, true, opaque, image());
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            for (int i = 0; i < payloads.size(); i++) {
                Object payload = payloads.get(i);
                String name = "s" + i;
                StreamSpec spec = payload == opaque
                        ? StreamSpec.opaque(name, opaque.typeName(), "ros1")
                        : StreamSpec.of(name, payload.getClass());
                writer.stream(spec).append(observation(name, payload));
            }
        }
        try (RecordingFile recording = RecordingFile.open(file)) {
            for (int i = 0; i < payloads.size(); i++) {
                try (Cursor cursor = recording.cursor("s" + i)) {
                    assertThat(cursor.next().payload()).isEqualTo(payloads.get(i));
                }
            }
            assertThat(recording.stream("s9").payloadType()).isEmpty();
            assertThat(recording.stream("s9").typeName()).isEqualTo("vendor/Gps");
            assertThat(recording.stream("s2").typeName()).isEqualTo(Mood.class.getName());
        }
    }

    @Test
    void wrapsWhatPythonCannotImport() throws SQLException {
        writeOne("mood", new Mood("calm", 0.5));
        assertThat(query("SELECT config ->> 'payload_module' || ' ' || (config ->> 'codec_id') FROM _streams"))
                .containsExactly("builtins.bytes pickle");
        assertThat(query("SELECT hex(substr(data, 1, 3)) FROM mood_blob")).containsExactly("800342");
        assertThat(query("SELECT java_type || ' ' || encoding FROM _dimos_streams"))
                .containsExactly(Mood.class.getName() + " json");
    }

    @Test
    void keepsTheOriginalNameOfANamespacedStream() throws SQLException {
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            Producer producer = new Producer("robot0/lidar_driver", List.of("cmd_vel"));
            writer.stream(StreamSpec.of("robot0/lidar", Double.class).withProducer(producer));
            writer.stream(StreamSpec.of("robot0_lidar", Double.class));
        }
        assertThat(query("SELECT name FROM _streams")).containsExactly("robot0_lidar", "robot0_lidar_2");
        try (RecordingFile recording = RecordingFile.open(file)) {
            assertThat(recording.streamNames()).containsExactly("robot0/lidar", "robot0_lidar");
            StreamInfo info = recording.stream("robot0/lidar");
            assertThat(info.producer().orElseThrow().inputs()).containsExactly("cmd_vel");
            assertThat(info.messages()).isZero();
        }
    }

    @Test
    void compressesAndPassesCompressedBytesOn() throws SQLException {
        Path copy = folder.resolve("copy.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            StreamSpec spec = StreamSpec.of("depth", Image.class).withCodec("lz4+lcm");
            writer.stream(spec).append(observation("depth", image()));
        }
        try (RecordingFile recording = RecordingFile.open(file);
                Cursor cursor = recording.cursor("depth");
                RecordingWriter writer = RecordingWriter.create(copy)) {
            Observation<?> stored = cursor.next();
            assertThat(stored.payload()).isEqualTo(image());
            writer.stream(StreamSpec.of("depth", Image.class).withCodec("lz4+lcm"))
                    .append(stored);
            writer.stream(StreamSpec.of("plain", Image.class)).append(stored.withStream("plain"));
        }
        try (RecordingFile recording = RecordingFile.open(copy);
                Cursor plain = recording.cursor("plain")) {
            assertThat(plain.next().payload()).isEqualTo(image());
        }
    }

    @Test
    void keepsJpegAsItIsAndDecodesItOnRequest() {
        Image jpeg = JpegImages.encode(image());
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            writer.stream(StreamSpec.of("color", Image.class).withCodec("jpeg")).append(observation("color", image()));
        }
        try (RecordingFile recording = RecordingFile.open(file);
                Cursor cursor = recording.cursor("color")) {
            Image stored = (Image) cursor.next().payload();
            assertThat(stored).isEqualTo(jpeg);
            Image decoded = JpegImages.decode(stored);
            assertThat(decoded.encoding()).isEqualTo("rgb8");
            assertThat(decoded.width()).isEqualTo(image().width());
            assertThat(decoded.data().getUnsigned(0)).isBetween(90, 110);
        }
    }

    @Test
    void keepsTagsAndIndexesThem() throws SQLException {
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            RecordingStream stream = writer.stream(StreamSpec.of("x", Double.class));
            stream.append(observation("x", 1.0).withTags(Tags.of(Map.of("room", "kitchen"))));
            assertThatThrownBy(() -> stream.append(observation("x", 1.0).withTags(Tags.of(Map.of("a'b", 1)))))
                    .hasMessageContaining("cannot be the name of a tag");
        }
        assertThat(query("SELECT name FROM sqlite_master WHERE name LIKE 'x_tag%' ORDER BY name"))
                .containsExactly("x_tag_reception_ts", "x_tag_room");
        try (RecordingFile recording = RecordingFile.open(file);
                Cursor cursor = recording.cursor("x")) {
            assertThat(cursor.next().tags().values()).containsEntry("room", "kitchen");
        }
    }

    @Test
    void ordersByTimeThenByArrival() {
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            RecordingStream stream = writer.stream(StreamSpec.of("x", Long.class));
            long[] seconds = {3, 1, 2, 1};
            for (int i = 0; i < seconds.length; i++) {
                stream.append(Observation.of("x", START + seconds[i] * 1_000_000_000L, START, (long) i));
            }
        }
        assertThat(payloads("x")).isEqualTo(List.of(1L, 3L, 2L, 0L));
    }

    @Test
    void ordersWithoutAnIndexToo() throws SQLException {
        ordersByTimeThenByArrival();
        update("DROP INDEX x_ts_id");
        assertThat(payloads("x")).isEqualTo(List.of(1L, 3L, 2L, 0L));
    }

    @Test
    void notesTheRunAndTheLosses() {
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            writer.stream(StreamSpec.of("robot0/x", Double.class));
            writer.run(new RunInfo("sim-nav", "17", START));
            long id = writer.loss(new Loss("robot0/x", 1, 2, 3, "queue full"));
            writer.loss(id, new Loss("robot0/x", 1, 5, 9, "queue full"));
        }
        try (RecordingFile recording = RecordingFile.open(file)) {
            assertThat(recording.run()).contains(new RunInfo("sim-nav", "17", START));
            assertThat(recording.stream("robot0/x").losses())
                    .containsExactly(new Loss("robot0/x", 1, 5, 9, "queue full"));
        }
    }

    @Test
    void canBeReadWhileItIsWritten() {
        try (RecordingWriter writer = RecordingWriter.createLive(file)) {
            RecordingStream stream = writer.stream(StreamSpec.of("x", Long.class));
            stream.append(observation("x", 1L));
            writer.commit();
            stream.append(observation("x", 2L));
            assertThat(payloads("x")).isEqualTo(List.of(1L));
        }
        assertThat(payloads("x")).isEqualTo(List.of(1L, 2L));
    }

    private List<Object> payloads(String stream) {
        List<Object> payloads = new ArrayList<>();
        try (RecordingFile recording = RecordingFile.open(file);
                Cursor cursor = recording.cursor(stream)) {
            cursor.forEachRemaining(observation -> payloads.add(observation.payload()));
        }
        return payloads;
    }

    private void writeOne(String stream, Object payload) {
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            writer.stream(StreamSpec.of(stream, payload.getClass())).append(observation(stream, payload));
        }
    }

    private static Observation<Object> observation(String stream, Object payload) {
        return Observation.of(stream, START, START + 2_000_000L, payload);
    }

    private static PoseStamped pose(double x) {
        return new PoseStamped(Header.of(START, "world"), Pose.planar(x, 0, 0));
    }

    private static Image image() {
        byte[] data = new byte[32 * 24 * 3];
        Arrays.fill(data, (byte) 100);
        return new Image(Header.of(START, "camera"), 24, 32, "rgb8", (byte) 0, 96, Bytes.wrap(data));
    }

    private List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
