package org.dimos.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dimos.core.array.Bytes;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.Opaque;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueuePolicyTest {
    private static final int MESSAGES = 200;
    private static final int SIZE = 1000;
    /** Room for eighty messages of one stream. */
    private static final long QUEUE = 100 * 1256;

    @TempDir
    Path folder;

    private final AtomicLong time = new AtomicLong();
    private final Bus bus = new Bus();
    private Path file = Path.of("");

    @BeforeEach
    void open() {
        file = folder.resolve("run.db");
        bus.open();
    }

    @Test
    void newestWinsKeepsTheLastMessages() {
        record(QueuePolicy.NEWEST_WINS);
        assertThat(storedTimes()).hasSize(80).startsWith(121L).endsWith(200L);
        assertThat(losses()).containsExactly(new Loss("camera", 1000, 120_000, 120, "replaced by a newer one"));
    }

    @Test
    void dropNewestKeepsTheFirstMessages() {
        record(QueuePolicy.DROP_NEWEST);
        assertThat(storedTimes()).hasSize(80).startsWith(1L).endsWith(80L);
        assertThat(losses()).containsExactly(new Loss("camera", 81_000, 200_000, 120, "queue full"));
    }

    @Test
    void losslessIsFullWhereTheOthersNeverAre() {
        for (QueuePolicy policy : QueuePolicy.values()) {
            Bus other = new Bus();
            other.open();
            Channel<Opaque> camera = other.channel("camera", Opaque.class);
            Recorder recorder = recorder(policy);
            recorder.record(camera);
            publish(camera, MESSAGES);
            assertThat(recorder.receiver("camera").isFull()).isEqualTo(policy == QueuePolicy.LOSSLESS);
        }
    }

    @Test
    void takesAMessageWhoseSourceHasWaitedOverTheLimit() {
        Channel<Opaque> camera = bus.channel("camera", Opaque.class);
        Recorder recorder = recorder(QueuePolicy.LOSSLESS);
        recorder.record(camera);
        publish(camera, 80);
        RecordedStream<?> stream = (RecordedStream<?>) recorder.receiver("camera");
        receiveAwaited(stream);
        recorder.start();
        assertThat(recorder.stop().streams()).containsExactly(new RecordedCount("camera", 81, 81, 0));
    }

    private <T> void receiveAwaited(RecordedStream<T> stream) {
        stream.receiveAwaited(Envelope.encoded(
                new Encoded("ros1", Bytes.wrap(new byte[SIZE])),
                () -> {
                    throw new AssertionError("was decoded");
                },
                1,
                1));
    }

    @Test
    void theFirstPatternThatFitsDecides() {
        RecorderConfig config = new RecorderConfig()
                .withPolicy("camera*", QueuePolicy.NEWEST_WINS)
                .withPolicy("*", QueuePolicy.DROP_NEWEST);
        assertThat(config.policyOf("camera_left")).isEqualTo(QueuePolicy.NEWEST_WINS);
        assertThat(config.policyOf("imu")).isEqualTo(QueuePolicy.DROP_NEWEST);
        assertThat(new RecorderConfig().policyOf("imu")).isEqualTo(QueuePolicy.LOSSLESS);
    }

    private void record(QueuePolicy policy) {
        Channel<Opaque> camera = bus.channel("camera", Opaque.class);
        Recorder recorder = recorder(policy);
        recorder.record(camera);
        publish(camera, MESSAGES);
        recorder.start();
        assertThat(recorder.stop().streams()).containsExactly(new RecordedCount("camera", MESSAGES, 80, 120));
    }

    private Recorder recorder(QueuePolicy policy) {
        RecorderConfig config = new RecorderConfig().withQueueBytes(QUEUE).withPolicy("cam*", policy);
        return new Recorder(new FileTarget(file), config, time::get, "test");
    }

    /** Messages at 1, 2, 3 … microseconds. */
    private void publish(Channel<Opaque> camera, int count) {
        for (int i = 0; i < count; i++) {
            Opaque message = new Opaque("vendor/Image", new Encoded("ros1", Bytes.wrap(new byte[SIZE])));
            camera.publish(Envelope.published(message, time.addAndGet(1000)));
        }
    }

    private List<Long> storedTimes() {
        List<Long> times = new ArrayList<>();
        try (RecordingFile recording = RecordingFile.open(file);
                Cursor cursor = recording.cursor("camera")) {
            cursor.forEachRemaining(observation -> times.add(observation.timestampNanos() / 1000));
        }
        return times;
    }

    private List<Loss> losses() {
        try (RecordingFile recording = RecordingFile.open(file)) {
            return recording.stream("camera").losses();
        }
    }
}
