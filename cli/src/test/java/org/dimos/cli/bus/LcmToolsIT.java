package org.dimos.cli.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.MessageCodecs;
import org.dimos.msgs.sensor.CompressedImage;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.RecordingReader;
import org.dimos.record.sqlite.PayloadCodecs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The programs of LCM itself on the other side, from messages of a byte to messages of ten million. */
@Timeout(180)
class LcmToolsIT {
    private static final String CHANNEL = "/picture#sensor_msgs.CompressedImage";
    private static final Path GOLDEN =
            Path.of(System.getProperty("dimos.data", "../shared/data"), "dimos/golden_memory.db");
    private static final String LOGGER = "lcm-logger -q -f log.lcmlog & LOGGER=$!; listening 1; ";
    private static final String END = "kill -INT $LOGGER; wait $LOGGER || true; ";

    @TempDir
    private Path folder;

    @Test
    void lcmLoggerRecordsWhatAGraphPublishesAndLcmLogplayerPlaysItIntoAGraph()
            throws IOException, InterruptedException {
        OwnNetwork.require("lcm-logger", "lcm-logplayer");
        List<Bytes> sent = encoded(BusPeer.pictures());
        long size = sent.stream().mapToLong(Bytes::length).sum();
        OwnNetwork.run(
                folder,
                LOGGER + "$JAVA org.dimos.cli.bus.BusPeer publish; grown log.lcmlog " + size + "; " + END
                        + "$JAVA org.dimos.cli.bus.BusPeer collect run.db "
                        + certain(sent).size()
                        + " & PEER=$!; grown ready 0; lcm-logplayer log.lcmlog; wait $PEER");

        assertThat(log().get(CHANNEL)).isEqualTo(sent);
        List<Bytes> played = recorded(folder.resolve("run.db"), BusPeer.STREAM);
        assertThat(certain(played)).isEqualTo(certain(sent));
        assertThat(sent).containsAll(played);
    }

    /**
     * Those that lcm-logplayer gets through: it sends all fragments of a message at once, so that what is larger than the
     * system's buffer gets lost, in liblcm's own programs too. Graphs take their time for that.
     */
    private static List<Bytes> certain(List<Bytes> messages) throws IOException {
        long limit = rmemMax() / 2;
        return messages.stream().filter(message -> message.length() < limit).toList();
    }

    private static long rmemMax() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("/proc/sys/net/core/rmem_max"))) {
            return Long.parseLong(new String(file.readNBytes(32), StandardCharsets.US_ASCII).strip());
        }
    }

    @Test
    void messagesWithoutATypeArriveByteForByte() throws IOException, InterruptedException {
        OwnNetwork.require("lcm-logger");
        List<Bytes> sent = BusPeer.SIZES.stream().map(BusPeer::raw).toList();
        long size = sent.stream().mapToLong(Bytes::length).sum();
        OwnNetwork.run(folder, LOGGER + "$JAVA org.dimos.cli.bus.BusPeer raw; grown log.lcmlog " + size + "; " + END);

        assertThat(log().get("/raw")).isEqualTo(sent);
    }

    @Test
    void twoGraphsInTwoProcessesShareAStream() throws IOException, InterruptedException {
        OwnNetwork.require();
        List<Bytes> sent = encoded(BusPeer.pictures());
        OwnNetwork.run(
                folder,
                "$JAVA org.dimos.cli.bus.BusPeer collect run.db " + sent.size()
                        + " & PEER=$!; grown ready 0; $JAVA org.dimos.cli.bus.BusPeer publish; wait $PEER");

        assertThat(recorded(folder.resolve("run.db"), BusPeer.STREAM)).isEqualTo(sent);
    }

    @Test
    void aRecordingOfPythonGoesOntoTheBusUnchanged() throws IOException, InterruptedException {
        assumeTrue(Files.exists(GOLDEN), GOLDEN + " is not there; set -Ddimos.data to the folder that has it");
        OwnNetwork.require("lcm-logger");
        Path golden = folder.resolve("go2.db");
        Files.copy(GOLDEN, golden);
        OwnNetwork.run(
                folder,
                LOGGER + "$JAVA org.dimos.cli.Dimos run go2-basic --replay go2.db --lcm; grown log.lcmlog 1; " + END);

        Map<String, List<Bytes>> log = log();
        Map<String, String> channels = Map.of(
                "odom", "/odom#geometry_msgs.PoseStamped",
                "cmd_vel", "/cmd_vel#geometry_msgs.Twist",
                "tf", "/tf#tf2_msgs.TFMessage",
                "depth", "/depth#sensor_msgs.Image");
        channels.forEach((stream, channel) ->
                assertThat(log.get(channel)).as(stream).hasSize(5).isEqualTo(recorded(golden, stream)));
        assertThat(log.get("/cpu#std_msgs.Float64")).hasSize(5);
        assertThat(log).hasSize(5);
    }

    private static List<Bytes> encoded(List<CompressedImage> pictures) {
        return pictures.stream()
                .map(MessageCodecs.of(CompressedImage.class)::encode)
                .toList();
    }

    private static List<Bytes> recorded(Path file, String stream) {
        List<Bytes> payloads = new ArrayList<>();
        try (RecordingReader reader = Recording.open(file).source().open()) {
            reader.cursor(stream, Long.MIN_VALUE, Long.MAX_VALUE)
                    .forEachRemaining(observation -> payloads.add(bytes(observation)));
        }
        return payloads;
    }

    private static Bytes bytes(Observation<?> observation) {
        Encoded stored = observation.encoded().orElseThrow();
        return PayloadCodecs.unpack(stored).data();
    }

    /** The payloads in the log of lcm-logger, by channel. */
    private Map<String, List<Bytes>> log() throws IOException {
        Map<String, List<Bytes>> messages = new HashMap<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(folder.resolve("log.lcmlog")))) {
            byte[] header = in.readNBytes(28);
            while (header.length == 28) {
                var fields = ByteBuffer.wrap(header);
                String channel = new String(in.readNBytes(fields.getInt(20)), StandardCharsets.UTF_8);
                Bytes payload = Bytes.wrap(in.readNBytes(fields.getInt(24)));
                messages.computeIfAbsent(channel, unused -> new ArrayList<>()).add(payload);
                header = in.readNBytes(28);
            }
        }
        return messages;
    }
}
