package org.dimos.record.sqlite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dimos.core.array.Bytes;
import org.dimos.core.bus.Envelope;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.tf2.TFMessage;
import org.dimos.record.Observation;
import org.dimos.record.StreamInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads a recording that was made with the SQL and the encoders of Python dimos. */
class GoldenFileTest {
    private static final long START = 1_700_000_000_000_000_000L;

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        Path golden = Path.of(System.getProperty("dimos.data", ""), "dimos", "golden_memory.db");
        assumeTrue(Files.exists(golden), "no golden_memory.db in dimos.data");
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.copy(Path.of(golden + suffix), folder.resolve("golden.db" + suffix));
        }
        file = folder.resolve("golden.db");
    }

    @Test
    void listsItsStreams() {
        try (RecordingFile recording = RecordingFile.open(file)) {
            assertThat(recording.streamNames()).containsExactly("odom", "cmd_vel", "tf", "depth", "cpu");
            StreamInfo odom = recording.stream("odom");
            assertThat(odom.typeName()).isEqualTo("geometry_msgs.PoseStamped");
            assertThat(odom.payloadType()).contains(PoseStamped.class);
            assertThat(odom.messages()).isEqualTo(5);
            assertThat(odom.firstNanos()).isEqualTo(START);
            assertThat(odom.lastNanos()).isEqualTo(START + 400_000_000L);
            assertThat(odom.bytes()).isEqualTo(5 * 86);
            assertThat(odom.rate().orElseThrow().mean()).isBetween(9.99, 10.01);
            assertThat(recording.stream("depth").codec()).isEqualTo("lz4+lcm");
            assertThat(recording.stream("cpu").payloadType()).contains(Double.class);
            assertThat(recording.run()).isEmpty();
            assertThat(recording.losses()).isEmpty();
        }
    }

    @Test
    void decodesEveryPayload() {
        try (RecordingFile recording = RecordingFile.open(file)) {
            assertThat(payloads(recording, "odom")).hasSize(5).allMatch(PoseStamped.class::isInstance);
            assertThat(payloads(recording, "cmd_vel")).hasSize(5).allMatch(Twist.class::isInstance);
            assertThat(payloads(recording, "tf")).hasSize(5).allMatch(TFMessage.class::isInstance);
            assertThat(payloads(recording, "depth"))
                    .hasSize(5)
                    .allMatch(payload ->
                            payload instanceof Image image && image.encoding().equals("16UC1"));
            assertThat(payloads(recording, "cpu")).isEqualTo(List.of(12.5, 13.5, 14.5, 15.5, 16.5));
        }
    }

    @Test
    void givesTimePoseAndTags() {
        try (RecordingFile recording = RecordingFile.open(file);
                Cursor odom = recording.cursor("odom", START + 100_000_000L, START + 200_000_000L)) {
            Observation<?> second = odom.next();
            assertThat(odom.hasNext()).isFalse();
            assertThat(second.id()).isEqualTo(2);
            assertThat(second.timestampNanos()).isEqualTo(START + 100_000_000L);
            assertThat(second.receptionNanos()).isEqualTo(START + 102_000_000L);
            assertThat(second.pose().orElseThrow().position().x()).isEqualTo(1.0);
            assertThat(second.tags().values()).containsEntry("reception_ts", 1700000000.102);
        }
    }

    @Test
    void findsTheLastMessageBeforeATime() {
        try (RecordingFile recording = RecordingFile.open(file)) {
            assertThat(recording
                            .lastBefore("cpu", START + 250_000_000L)
                            .orElseThrow()
                            .payload())
                    .isEqualTo(14.5);
            assertThat(recording
                            .lastBefore("cpu", START + 200_000_000L)
                            .orElseThrow()
                            .payload())
                    .isEqualTo(13.5);
            assertThat(recording.lastBefore("cpu", START)).isEmpty();
        }
    }

    @Test
    void passesStoredBytesOn() {
        try (RecordingFile recording = RecordingFile.open(file);
                Cursor depth = recording.cursor("depth")) {
            Envelope<?> envelope = depth.next().toEnvelope();
            assertThat(requireNonNull(envelope.encoded()).codec()).isEqualTo("lz4+lcm");
            assertThat(envelope.payload()).isInstanceOf(Image.class);
        }
    }

    @Test
    void leavesTheFolderAsItIs() throws IOException {
        assertUnchangedByReading();
        Files.delete(folder.resolve("golden.db-wal"));
        Files.delete(folder.resolve("golden.db-shm"));
        assertUnchangedByReading();
    }

    private void assertUnchangedByReading() throws IOException {
        Map<String, Bytes> before = content();
        try (RecordingFile recording = RecordingFile.open(file)) {
            assertThat(recording.streams()).hasSize(5);
            assertThat(payloads(recording, "odom")).hasSize(5);
            assertThat(content()).isEqualTo(before);
        }
        assertThat(content()).isEqualTo(before);
    }

    private Map<String, Bytes> content() throws IOException {
        Map<String, Bytes> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.toList()) {
                content.put(path.getFileName().toString(), Bytes.wrap(Files.readAllBytes(path)));
            }
        }
        return content;
    }

    private static List<Object> payloads(RecordingFile recording, String stream) {
        List<Object> payloads = new ArrayList<>();
        try (Cursor cursor = recording.cursor(stream)) {
            cursor.forEachRemaining(observation -> payloads.add(observation.payload()));
        }
        return payloads;
    }
}
