package org.dimos.benchmarks.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dimos.core.array.Bytes;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;
import org.dimos.core.message.Encoded;
import org.dimos.core.time.Timeline;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.record.FileTarget;
import org.dimos.record.RecordedCount;
import org.dimos.record.Recorder;
import org.dimos.record.RecorderConfig;
import org.dimos.record.RecorderReport;

/**
 * The whole way of a message: published on the bus as the bytes it came in, queued, encoded, committed, until the recorder
 * has stopped. One stream per length. The publisher waits when much is on its way, so nothing is lost.
 */
public final class WholeRecorder implements Contestant {
    private static final long QUEUE = 256L << 20;
    private static final long MOST_WAITING = QUEUE / 4;
    private static final long LOOK_EVERY = 1 << 20;
    private static final int OVERHEAD = 256;

    /** A message that came in encoded is not decoded to be stored. */
    static final Supplier<PointCloud2> UNUSED_DECODER = () -> {
        throw new IllegalStateException("a message was decoded");
    };

    @Override
    public String name() {
        return "dimos recorder";
    }

    @Override
    public double write(Messages messages, Path file) {
        Bus bus = new Bus();
        int[] lengths = messages.lengths();
        List<Channel<PointCloud2>> channels = IntStream.of(lengths)
                .mapToObj(length -> bus.channel("bytes_" + length, PointCloud2.class))
                .toList();
        RecorderConfig config = new RecorderConfig()
                .withQueueBytes(QUEUE)
                .withBatchBytes(BATCH_BYTES)
                .withCloseLimit(Duration.ofMinutes(2));
        try (Timeline timeline = Timeline.live()) {
            long start = System.nanoTime();
            Recorder recorder = new Recorder(new FileTarget(file), config, timeline.clock(), "benchmark");
            channels.forEach(recorder::record);
            recorder.start();
            bus.open();
            publish(messages, channels, recorder, timeline);
            RecorderReport report = recorder.stop();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (report.stored() != messages.count()) {
                throw new IllegalStateException(report.stored() + " of " + messages.count() + " messages were stored");
            }
            return seconds;
        }
    }

    private static void publish(
            Messages messages, List<Channel<PointCloud2>> channels, Recorder recorder, Timeline timeline) {
        long sinceLook = 0;
        for (int i = 0; i < messages.count(); i++) {
            byte[] data = messages.data(i);
            Encoded encoded = new Encoded("lcm", Bytes.wrap(data));
            channels.get(messages.kind(i))
                    .publish(Envelope.encoded(
                            encoded, UNUSED_DECODER, time(i), timeline.clock().nanos()));
            sinceLook += data.length + OVERHEAD;
            if (sinceLook >= LOOK_EVERY) {
                sinceLook = 0;
                while (waiting(messages, recorder) > MOST_WAITING) {
                    LockSupport.parkNanos(200_000);
                }
            }
        }
    }

    private static long waiting(Messages messages, Recorder recorder) {
        List<RecordedCount> counts = recorder.report().streams();
        int[] lengths = messages.lengths();
        return IntStream.range(0, lengths.length)
                .mapToLong(kind -> counts.get(kind).waiting() * (lengths[kind] + OVERHEAD))
                .sum();
    }

    static long time(int message) {
        return 1_700_000_000_000_000_000L + message * 1000L;
    }
}
