package org.dimos.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.dimos.core.Clock;
import org.dimos.core.array.Bytes;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;
import org.dimos.core.bus.Receiver;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.Opaque;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.std.Header;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingFile;
import org.dimos.record.sqlite.RecordingWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final long START = 1_780_000_000_000_000_000L;
    private static final int KILOBYTE = 1000;

    @TempDir
    Path folder;

    private final AtomicLong time = new AtomicLong(START);
    private final Clock clock = time::get;
    private final Bus bus = new Bus();
    private Path file = Path.of("");

    @BeforeEach
    void open() {
        file = folder.resolve("run.db");
        bus.open();
    }

    @Test
    void storesEveryMessageOfEveryStream() {
        Channel<Twist> twists = bus.channel("cmd_vel", Twist.class);
        Channel<Double> cpu = bus.channel("robot0/cpu", Double.class);
        Channel<Long> silent = bus.channel("silent", Long.class);
        Recorder recorder = recorder(new RecorderConfig());
        recorder.record(twists, new Producer("planner", List.of("lidar")));
        recorder.record(cpu);
        recorder.record(silent);
        recorder.start();
        for (int i = 0; i < 1000; i++) {
            publish(twists, Twist.zero());
            publish(cpu, (double) i);
        }
        RecorderReport report = recorder.stop();
        assertThat(report.streams())
                .containsExactly(
                        new RecordedCount("cmd_vel", 1000, 1000, 0),
                        new RecordedCount("robot0/cpu", 1000, 1000, 0),
                        new RecordedCount("silent", 0, 0, 0));
        try (RecordingFile recording = RecordingFile.open(file)) {
            assertThat(recording.streams())
                    .extracting(StreamInfo::messages)
                    .containsExactlyInAnyOrder(1000L, 1000L, 0L);
            assertThat(recording.run().orElseThrow().blueprint()).isEqualTo("test");
            assertThat(recording.stream("cmd_vel").producer().orElseThrow().module())
                    .isEqualTo("planner");
        }
    }

    @Test
    void refusesAnExistingFile() throws IOException {
        Files.writeString(file, "precious");
        assertThatThrownBy(() -> recorder(new RecorderConfig())).hasMessageContaining("never overwritten");
    }

    @Test
    void countsWhatTheQueueHasNoRoomFor() {
        Channel<Opaque> camera = bus.channel("camera", Opaque.class);
        Recorder recorder = recorder(new RecorderConfig().withQueueBytes(100 * 1256));
        recorder.record(camera);
        for (int i = 0; i < 200; i++) {
            publish(camera, bytes(KILOBYTE));
        }
        recorder.start();
        RecorderReport report = recorder.stop();
        assertThat(report.streams()).containsExactly(new RecordedCount("camera", 200, 80, 120));
        try (RecordingFile recording = RecordingFile.open(file)) {
            StreamInfo info = recording.stream("camera");
            assertThat(info.messages()).isEqualTo(80);
            assertThat(info.losses()).hasSize(1).allSatisfy(loss -> {
                assertThat(loss.count()).isEqualTo(120);
                assertThat(loss.reason()).isEqualTo("queue full");
                assertThat(loss.fromNanos()).isEqualTo(START + 81 * 1_000_000L);
                assertThat(loss.toNanos()).isEqualTo(START + 200 * 1_000_000L);
            });
        }
    }

    @Test
    void keepsRoomForASmallStreamBesideALargeOne() {
        Channel<Opaque> camera = bus.channel("camera", Opaque.class);
        Channel<Double> imu = bus.channel("imu", Double.class);
        Recorder recorder = recorder(new RecorderConfig().withQueueBytes(1_000_000));
        recorder.record(camera);
        recorder.record(imu);
        for (int i = 0; i < 100; i++) {
            publish(camera, bytes(100 * KILOBYTE));
            publish(imu, 1.0);
        }
        recorder.start();
        RecorderReport report = recorder.stop();
        assertThat(report.streams().get(0).lost()).isPositive();
        assertThat(report.streams().get(1)).isEqualTo(new RecordedCount("imu", 100, 100, 0));
    }

    @Test
    void makesASourceThatCanWaitWait() throws InterruptedException {
        Channel<Opaque> camera = bus.channel("camera", Opaque.class);
        Recorder recorder = recorder(new RecorderConfig().withQueueBytes(10_000));
        recorder.record(camera);
        Receiver<?> probe = recorder.receiver("camera");
        for (int i = 0; i < 7; i++) {
            publish(camera, bytes(KILOBYTE));
        }
        assertThat(probe.isFull()).isTrue();
        CountDownLatch room = new CountDownLatch(1);
        probe.whenRoom(room::countDown);
        assertThat(room.getCount()).isEqualTo(1);
        recorder.start();
        assertThat(room.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(recorder.stop().lost()).isZero();
    }

    @Test
    void keepsPublishingWhileTheFileIsLocked() throws SQLException {
        Channel<Double> imu = bus.channel("imu", Double.class);
        Recorder recorder = recorder(new RecorderConfig());
        recorder.record(imu);
        recorder.start();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            for (int i = 0; i < 6000; i++) {
                publish(imu, (double) i);
            }
            assertThat(recorder.report().streams().get(0)).isEqualTo(new RecordedCount("imu", 6000, 0, 0));
            statement.execute("ROLLBACK");
        }
        assertThat(recorder.stop().streams()).containsExactly(new RecordedCount("imu", 6000, 6000, 0));
    }

    @Test
    void countsEverythingAsLostIfTheLockNeverGoesAway() throws SQLException {
        Channel<Double> imu = bus.channel("imu", Double.class);
        Recorder recorder = recorder(new RecorderConfig().withCloseLimit(Duration.ofMillis(50)));
        recorder.record(imu);
        recorder.start();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            publish(imu, 1.0);
            RecorderReport report = recorder.stop();
            assertThat(report.streams()).containsExactly(new RecordedCount("imu", 1, 0, 1));
            assertThat(recorder.losses().get(0).reason()).contains("locked");
        }
    }

    @Test
    void stopsWithAReasonWhenTheFileIsGone() throws IOException, InterruptedException {
        Channel<Double> imu = bus.channel("imu", Double.class);
        Recorder recorder = recorder(new RecorderConfig());
        recorder.record(imu);
        AtomicReference<String> reason = new AtomicReference<>("");
        CountDownLatch told = new CountDownLatch(1);
        recorder.onFailure(why -> {
            reason.set(why);
            told.countDown();
        });
        recorder.start();
        Files.delete(file);
        publish(imu, 1.0);
        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        publish(imu, 2.0);
        RecorderReport report = recorder.stop();
        assertThat(reason.get()).contains("is gone");
        assertThat(report.failure()).contains(reason.get());
        assertThat(report.streams()).containsExactly(new RecordedCount("imu", 2, 0, 2));
    }

    @Test
    void storesTheBytesAMessageCameIn() {
        Channel<Twist> twists = bus.channel("cmd_vel", Twist.class);
        Bytes data = MessageCodecs.of(Twist.class).encode(Twist.zero());
        Recorder recorder = recorder(new RecorderConfig());
        recorder.record(twists);
        recorder.start();
        twists.publish(Envelope.encoded(
                new Encoded("lcm", data),
                () -> {
                    throw new AssertionError("was decoded");
                },
                START,
                START));
        assertThat(recorder.stop().stored()).isEqualTo(1);
        try (RecordingFile recording = RecordingFile.open(file);
                Cursor cursor = recording.cursor("cmd_vel")) {
            assertThat(cursor.next().encoded()).contains(new Encoded("lcm", data));
        }
    }

    @Test
    void countsWhatCannotBeEncoded() {
        Channel<Opaque> gps = bus.channel("gps", Opaque.class);
        Recorder recorder = recorder(new RecorderConfig());
        recorder.record(gps);
        recorder.start();
        publish(gps, bytes(1));
        publish(gps, new Opaque("vendor/Other", new Encoded("ros1", Bytes.empty())));
        assertThat(recorder.stop().streams()).containsExactly(new RecordedCount("gps", 2, 1, 1));
        assertThat(recorder.losses().get(0).reason()).contains("carries vendor/Gps, not vendor/Other");
    }

    @Test
    void choosesCodecsByName() {
        RecorderConfig config = new RecorderConfig().withCodec("*depth*", "lz4+lcm");
        assertThat(config.codecOf("robot0/depth_image")).contains("lz4+lcm");
        assertThat(config.codecOf("color_image")).isEmpty();
        assertThatThrownBy(() -> config.withCodec("*", "zip+lcm")).hasMessageContaining("'zip+lcm' is no codec");
    }

    @Test
    void appliesACodecOnlyToTypesThatHaveIt() {
        Channel<Twist> twists = bus.channel("cmd_vel", Twist.class);
        Channel<String> texts = bus.channel("text", String.class);
        Recorder recorder = recorder(new RecorderConfig().withCodec("*", "lz4+lcm"));
        recorder.record(twists);
        recorder.record(texts);
        recorder.start();
        publish(twists, Twist.zero());
        publish(texts, "hello");
        assertThat(recorder.stop().stored()).isEqualTo(2);
        try (RecordingFile recording = RecordingFile.open(file)) {
            assertThat(recording.stream("cmd_vel").codec()).isEqualTo("lz4+lcm");
            assertThat(recording.stream("text").codec()).isEqualTo("text");
        }
    }

    @Test
    void keepsDepthAsItIsWhereAllImagesAreToBeJpeg() {
        Channel<Image> depth = bus.channel("depth_image", Image.class);
        Channel<Image> color = bus.channel("color_image", Image.class);
        Recorder recorder = recorder(new RecorderConfig().withCodec("*", "jpeg"));
        recorder.record(depth);
        recorder.record(color);
        recorder.start();
        publish(depth, image("16UC1", 2));
        publish(color, image("rgb8", 3));
        assertThat(recorder.stop().lost()).isZero();
        try (RecordingFile recording = RecordingFile.open(file);
                Cursor cursor = recording.cursor("depth_image")) {
            assertThat(recording.stream("depth_image").codec()).isEqualTo("lcm");
            assertThat(cursor.next().payload()).isEqualTo(image("16UC1", 2));
            assertThat(recording.stream("color_image").codec()).isEqualTo("jpeg");
        }
    }

    private static Image image(String encoding, int bytesPerPixel) {
        Bytes data = Bytes.wrap(new byte[8 * 8 * bytesPerPixel]);
        return new Image(Header.of(START, "camera"), 8, 8, encoding, (byte) 0, 8 * bytesPerPixel, data);
    }

    @Test
    void stopsRecordingAStreamAndGoesOnWithIt() {
        Channel<Long> counts = bus.channel("counts", Long.class);
        Recorder recorder = recorder(new RecorderConfig());
        recorder.start();
        recorder.record(counts);
        publish(counts, 1L);
        assertThat(recorder.stopRecording("counts")).isTrue();
        publish(counts, 2L);
        recorder.record(counts);
        publish(counts, 3L);
        assertThatThrownBy(() -> recorder.record(counts)).hasMessage("stream 'counts' is recorded already");
        assertThat(recorder.stopRecording("other")).isFalse();
        assertThat(recorder.stop().streams()).containsExactly(new RecordedCount("counts", 2, 2, 0));
        try (RecordingFile recording = RecordingFile.open(file);
                Cursor cursor = recording.cursor("counts")) {
            assertThat(List.of(cursor.next().payload(), cursor.next().payload()))
                    .isEqualTo(List.of(1L, 3L));
        }
    }

    @Test
    void saysHowItGetsOn() {
        Channel<Opaque> camera = bus.channel("camera", Opaque.class);
        Recorder recorder = recorder(new RecorderConfig().withQueueBytes(100 * 1256));
        recorder.record(camera);
        for (int i = 0; i < 100; i++) {
            publish(camera, bytes(KILOBYTE));
        }
        RecorderStatus before = recorder.status();
        assertThat(before.state()).isEqualTo(RecorderStatus.State.READY);
        assertThat(before.waitingBytes()).isEqualTo(80 * 1256);
        assertThat(before.streams()).containsExactly(new StreamStatus("camera", 0, 20, 80, 80 * 1256, 0));
        recorder.start();
        assertThat(recorder.status().state()).isEqualTo(RecorderStatus.State.RECORDING);
        assertThat(recorder.status().fileBytes()).isPositive();
        recorder.stop();
        RecorderStatus after = recorder.status();
        assertThat(after.state()).isEqualTo(RecorderStatus.State.STOPPED);
        assertThat(after.reason()).isEmpty();
        assertThat(after.waitingBytes()).isZero();
        assertThat(after.stored()).isEqualTo(80);
        assertThat(after.lost()).isEqualTo(20);
    }

    @Test
    void countsWhatWaitedForARecorderThatNeverStarted() {
        Channel<Double> imu = bus.channel("imu", Double.class);
        Recorder recorder = recorder(new RecorderConfig());
        recorder.record(imu);
        publish(imu, 1.0);
        assertThat(recorder.stop().streams()).containsExactly(new RecordedCount("imu", 1, 0, 1));
    }

    @Test
    void goesOnInAnotherFileWithTheSameStreamsAndNewLosses() {
        Path second = folder.resolve("second.db");
        Channel<Opaque> camera = bus.channel("camera", Opaque.class);
        Recorder recorder = new Recorder(
                new TwoFiles(file, second), new RecorderConfig().withQueueBytes(100 * 1256), clock, "test");
        recorder.record(camera);
        for (int i = 0; i < 100; i++) {
            publish(camera, bytes(KILOBYTE));
        }
        recorder.start();
        while (recorder.status().stored() < 80) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < 100; i++) {
            publish(camera, bytes(KILOBYTE));
        }
        RecorderReport report = recorder.stop();
        assertThat(report.stored() + report.lost()).isEqualTo(200);
        long inFiles = 0;
        for (Path written : List.of(file, second)) {
            try (RecordingFile recording = RecordingFile.open(written)) {
                StreamInfo info = recording.stream("camera");
                inFiles += info.messages() + info.lost();
            }
        }
        assertThat(inFiles).isEqualTo(200);
    }

    /** Goes on in a second file after the first commit. */
    private record TwoFiles(Path path, Path second) implements RecordingTarget {

        @Override
        public void check() {}

        @Override
        public RecordingWriter open(RunInfo run) {
            return RecordingWriter.createLive(path);
        }

        @Override
        public RecordingWriter prepare(RecordingWriter current, Batch batch) {
            if (current.path().equals(second) || !current.has("camera")) {
                return current;
            }
            current.close();
            return RecordingWriter.createLive(second);
        }
    }

    private Recorder recorder(RecorderConfig config) {
        return new Recorder(new FileTarget(file), config, clock, "test");
    }

    private <T> void publish(Channel<T> channel, T payload) {
        channel.publish(Envelope.published(payload, time.addAndGet(1_000_000L)));
    }

    private static Opaque bytes(int size) {
        return new Opaque("vendor/Gps", new Encoded("ros1", Bytes.wrap(new byte[size])));
    }
}
