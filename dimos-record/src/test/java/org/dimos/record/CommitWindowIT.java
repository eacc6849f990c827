package org.dimos.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.dimos.core.Clock;
import org.dimos.core.array.Bytes;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;
import org.dimos.core.bus.OutPort;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.Opaque;
import org.dimos.core.time.SystemClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a message waits between being published and being safe. The median, so that a machine that pauses does not
 * fail the test.
 */
@Timeout(120)
class CommitWindowIT {
    private static final long WINDOW_NANOS = 250_000_000L;
    private static final int MESSAGES = 3000;

    @TempDir
    Path folder;

    private final Clock wall = new SystemClock();
    private final Bus bus = new Bus();
    private final Channel<Opaque> lidar = bus.channel("lidar", Opaque.class);
    private final long[] published = new long[MESSAGES];
    private final long[] committed = new long[MESSAGES];

    @Test
    void isLessThanAQuarterOfASecond() throws InterruptedException {
        Recorder recorder = recorder();
        Thread watcher = watch(recorder);
        for (int i = 0; i < MESSAGES; i++) {
            published[i] = wall.nanos();
            lidar.publish(Envelope.published(message(5_000), published[i]));
            LockSupport.parkNanos(1_000_000);
        }
        watcher.join();
        recorder.stop();
        assertThat(median()).isLessThan(WINDOW_NANOS);
    }

    @Test
    void isKeptToByASourceThatIsAsFastAsTheDisk() throws InterruptedException {
        Recorder recorder = recorder();
        Thread watcher = watch(recorder);
        CountDownLatch end = new CountDownLatch(1);
        Flowable<Opaque> source = Flowable.range(0, MESSAGES)
                .map(i -> {
                    published[i] = wall.nanos();
                    return message(30_000);
                })
                .doOnComplete(end::countDown)
                .subscribeOn(Schedulers.io());
        var unused = new OutPort<>(lidar, wall).feed(source);
        assertThat(end.await(100, TimeUnit.SECONDS)).isTrue();
        watcher.join();
        assertThat(recorder.stop().streams()).containsExactly(new RecordedCount("lidar", MESSAGES, MESSAGES, 0));
        assertThat(median()).isLessThan(2 * WINDOW_NANOS);
    }

    private Recorder recorder() {
        Recorder recorder = new Recorder(new FileTarget(folder.resolve("run.db")), new RecorderConfig(), wall, "test");
        recorder.record(lidar);
        recorder.start();
        bus.open();
        return recorder;
    }

    private Thread watch(Recorder recorder) {
        Thread watcher = new Thread(() -> {
            int seen = 0;
            while (seen < MESSAGES) {
                long stored = recorder.report().stored();
                long now = wall.nanos();
                while (seen < stored) {
                    committed[seen++] = now;
                }
                LockSupport.parkNanos(1_000_000);
            }
        });
        watcher.start();
        return watcher;
    }

    private long median() {
        long[] waits = new long[MESSAGES];
        Arrays.setAll(waits, i -> committed[i] - published[i]);
        Arrays.sort(waits);
        return waits[MESSAGES / 2];
    }

    private static Opaque message(int size) {
        return new Opaque("vendor/Scan", new Encoded("ros1", Bytes.wrap(new byte[size])));
    }
}
