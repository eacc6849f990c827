package org.dimos.benchmarks.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.dimos.benchmarks.traffic.Source;
import org.dimos.benchmarks.traffic.Traffic;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;
import org.dimos.core.time.Timeline;
import org.dimos.record.FileTarget;
import org.dimos.record.RecordedCount;
import org.dimos.record.Recorder;
import org.dimos.record.RecorderConfig;

/**
 * Records until it is killed. First as fast as it can until the recording has a size and all is written, then in real
 * time. Says {@code recording} when real time begins.
 */
public final class Victim {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final long LOOK_NANOS = 2_000_000;
    private static final int MOST_WAITING = 300;

    private final Path file;
    private final Bus bus = new Bus();
    private final Timeline timeline = Timeline.live();
    private final Recorder recorder;
    private final Logbook logbook;
    private final List<Line<?>> lines;

    private record Line<T>(int number, Source<T> source, Channel<T> channel) {
        void publish(long now, Logbook logbook) {
            logbook.published(number, now);
            channel.publish(Envelope.at(source.message().apply(now), now, now));
        }
    }

    private Victim(Path file, Path log) throws Exception {
        this.file = file;
        List<Source<?>> sources = Traffic.mobileRobot().sources();
        logbook = Logbook.open(log, sources.stream().map(Source::stream).toList());
        lines = new ArrayList<>();
        recorder = new Recorder(new FileTarget(file), new RecorderConfig(), timeline.clock(), "victim");
        for (Source<?> source : sources) {
            lines.add(line(lines.size(), source));
        }
        lines.forEach(line -> recorder.record(line.channel()));
    }

    private <T> Line<T> line(int number, Source<T> source) {
        return new Line<>(number, source, bus.channel(source.stream(), source.type()));
    }

    /** Arguments: the recording, the logbook, and how many bytes to record before real time begins. */
    public static void main(String... arguments) throws Exception {
        new Victim(Path.of(arguments[0]), Path.of(arguments[1])).run(Long.parseLong(arguments[2]));
    }

    private void run(long bytes) throws Exception {
        recorder.start();
        bus.open();
        Thread observer = new Thread(this::observe, "observer");
        observer.setDaemon(true);
        observer.start();
        fill(bytes);
        System.out.println("recording");
        System.out.flush();
        publish();
    }

    private void observe() {
        while (true) {
            List<RecordedCount> counts = recorder.report().streams();
            for (int i = 0; i < counts.size(); i++) {
                logbook.stored(i, counts.get(i).stored());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void fill(long bytes) throws Exception {
        while (Files.size(file) < bytes) {
            for (Line<?> line : lines) {
                line.publish(timeline.clock().nanos(), logbook);
            }
            awaitWaiting(MOST_WAITING);
        }
        awaitWaiting(0);
    }

    private void awaitWaiting(int most) {
        while (waiting() > most) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private long waiting() {
        return recorder.report().streams().stream()
                .mapToLong(RecordedCount::waiting)
                .sum();
    }

    /** In real time, but not forever: whoever should kill this process may be gone. */
    private void publish() {
        long start = timeline.clock().nanos();
        long[] sent = new long[lines.size()];
        for (long now = start;
                now - start < LONGEST.toNanos();
                now = timeline.clock().nanos()) {
            for (Line<?> line : lines) {
                long due = Math.round((now - start) / 1e9 * line.source().hertz());
                if (sent[line.number()] < due) {
                    sent[line.number()]++;
                    line.publish(timeline.clock().nanos(), logbook);
                }
            }
            LockSupport.parkNanos(LOOK_NANOS / 2);
        }
    }
}
