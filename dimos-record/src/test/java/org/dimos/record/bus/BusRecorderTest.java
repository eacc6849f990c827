package org.dimos.record.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.MessageFormatException;
import org.dimos.core.message.Opaque;
import org.dimos.core.text.Glob;
import org.dimos.core.transport.Packet;
import org.dimos.core.transport.memory.MemoryTransport;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.std.Header;
import org.dimos.record.FileTarget;
import org.dimos.record.Observation;
import org.dimos.record.RecorderConfig;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.StreamInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusRecorderTest {
    private static final long STAMP = 1_700_000_000_000_000_000L;
    private static final Bytes TWIST = MessageCodecs.of(Twist.class).encode(Twist.planar(1, 2));

    public record Own(long number) {}

    private final String hub = UUID.randomUUID().toString();
    private final MemoryTransport outside = MemoryTransport.open("lcm", hub);
    private final MemoryTransport inside = MemoryTransport.open("lcm", hub);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        outside.close();
        inside.close();
    }

    @Test
    void keepsTheBytesOfEveryTypedStreamAndTheTimeOfItsMessages() {
        PoseStamped pose =
                new PoseStamped(Header.of(STAMP, "world"), new Pose(new Point(1, 2, 3), Quaternion.identity()));
        Bytes odom = MessageCodecs.of(PoseStamped.class).encode(pose);
        BusReport report = record("*", () -> {
            outside.send("/robot0/odom#geometry_msgs.PoseStamped", odom);
            outside.send("/cmd_vel#geometry_msgs.Twist", TWIST);
            outside.send("/cmd_vel#geometry_msgs.Twist", TWIST);
        });

        assertThat(report.recorder().stored()).isEqualTo(3);
        assertThat(report.isBalanced()).isTrue();
        assertThat(rows("robot0/odom")).singleElement().satisfies(row -> {
            assertThat(row.encoded().orElseThrow().data()).isEqualTo(odom);
            assertThat(row.timestampNanos()).isEqualTo(STAMP);
            assertThat(row.pose()).contains(pose.pose());
        });
        assertThat(rows("cmd_vel")).allMatch(row -> row.payload().equals(Twist.planar(1, 2)));
    }

    @Test
    void keepsWhatItDoesNotKnowAsItIs() {
        Bytes bytes = Bytes.copyOf((byte) 1, (byte) 2, (byte) 3);
        record("*", () -> {
            outside.send("/scene#foxglove_msgs.SceneUpdate", bytes);
            outside.send("/odd#geometry_msgs.Twist", bytes);
        });

        assertThat(rows("scene")).singleElement().satisfies(row -> {
            Opaque opaque = (Opaque) row.payload();
            assertThat(opaque.typeName()).isEqualTo("foxglove_msgs.SceneUpdate");
            assertThat(opaque.data()).isEqualTo(bytes);
        });
        assertThat(rows("odd")).hasSize(1);
    }

    @Test
    void keepsMessagesOfJavaAloneAsTheirRecords() {
        record(
                "*",
                () -> outside.send(
                        "/own#" + Own.class.getName(), Bytes.wrap("{\"number\":7}".getBytes(StandardCharsets.UTF_8))));

        assertThat(rows("own"))
                .singleElement()
                .satisfies(row -> assertThat(row.payload()).isEqualTo(new Own(7)));
    }

    @Test
    void countsWhatItCannotKeepAndWhatNobodyAskedFor() {
        BusReport report = record("cmd*", () -> {
            outside.send("/cmd_vel#geometry_msgs.Twist", TWIST);
            outside.send("/cmd_vel#geometry_msgs.Accel", TWIST);
            outside.send("/cmd_vel#geometry_msgs.Twist", Bytes.empty());
            outside.send("/resource_stats", TWIST);
            outside.send("/odom#geometry_msgs.Twist", TWIST);
            outside.send("/cmd drop table#geometry_msgs.Twist", TWIST);
        });

        assertThat(report.recorder().stored()).isEqualTo(1);
        assertThat(report.leftOut()).isEqualTo(1);
        assertThat(report.skipped())
                .containsOnly(
                        Map.entry(BusRecorder.UNTYPED, 1L),
                        Map.entry(BusRecorder.OTHER_TYPE, 2L),
                        Map.entry(BusRecorder.BAD_NAME, 1L));
        assertThat(report.isBalanced()).isTrue();
    }

    @Test
    void balancesWhateverComes() {
        Random random = new Random(6);
        List<String> types = List.of("geometry_msgs.Twist", "geometry_msgs.PoseStamped", "x.Y", "");
        BusReport report = record("s*", () -> {
            for (int i = 0; i < 3000; i++) {
                byte[] bytes = new byte[random.nextInt(100)];
                random.nextBytes(bytes);
                Bytes payload = random.nextBoolean() ? TWIST.slice(0, random.nextInt(57)) : Bytes.wrap(bytes);
                String name = (random.nextBoolean() ? "/s" : "/t") + random.nextInt(20);
                outside.send(name + "#" + types.get(random.nextInt(types.size())), payload);
            }
        });

        assertThat(report.seen()).isEqualTo(3000);
        assertThat(report.isBalanced()).as(report.toString()).isTrue();
        assertThat(Recording.open(file()).streams()).isNotEmpty();
    }

    @Test
    void refusesToOverwrite() {
        record("*", () -> {});

        assertThatThrownBy(() -> record("*", () -> {})).isInstanceOf(RecordingException.class);
    }

    @Test
    void aMessageIsShownAsWhatItSays() {
        assertThat(BusMessages.read(new Packet("/a#geometry_msgs.Twist", TWIST, 5)))
                .satisfies(row -> {
                    assertThat(row.stream()).isEqualTo("a");
                    assertThat(row.payload()).isEqualTo(Twist.planar(1, 2));
                    assertThat(row.timestampNanos()).isEqualTo(5);
                });
        assertThat(BusMessages.read(new Packet("/a#x.Y", TWIST, 5)).payload()).isInstanceOf(Opaque.class);
        assertThatThrownBy(() -> BusMessages.read(new Packet("/a", TWIST, 5)))
                .isInstanceOf(MessageFormatException.class)
                .hasMessage("'/a' carries no typed stream");
        assertThatThrownBy(() -> BusMessages.read(new Packet("/a#geometry_msgs.Twist", Bytes.empty(), 5)))
                .isInstanceOf(MessageFormatException.class);
    }

    private Path file() {
        return folder.resolve("bus.db");
    }

    private BusReport record(String pattern, Runnable traffic) {
        BusRecorder recorder =
                new BusRecorder(inside, new FileTarget(file()), new RecorderConfig(), Glob.matching(pattern), "bus");
        recorder.start();
        traffic.run();
        BusReport report = recorder.stop();
        outside.send("/late#geometry_msgs.Twist", TWIST);
        assertThat(recorder.report().seen()).isEqualTo(report.seen());
        return report;
    }

    private List<Observation<?>> rows(String stream) {
        List<Observation<?>> rows = new ArrayList<>();
        try (RecordingReader reader = Recording.open(file()).source().open()) {
            assertThat(reader.streams()).extracting(StreamInfo::name).contains(stream);
            reader.cursor(stream, Long.MIN_VALUE, Long.MAX_VALUE).forEachRemaining(rows::add);
        }
        return rows;
    }
}
