package org.dimos.record;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.dimos.core.Clock;
import org.dimos.core.bus.Bus;
import org.dimos.core.time.TimeControl;
import org.dimos.core.time.Timeline;
import org.dimos.record.replay.Due;
import org.dimos.record.replay.Lateness;

/** Where a player publishes, and what it notes about it. */
final class Stage {
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Bus bus;
    private final Timeline timeline;
    private final Clock clock;
    private final CompletableFuture<Void> finished;
    private final Lateness lateness = new Lateness();
    private final Map<String, Lateness> byStream = new TreeMap<>();
    private volatile boolean closed;

    Stage(Bus bus, Timeline timeline, Clock clock, Iterable<String> streams, CompletableFuture<Void> finished) {
        this.bus = bus;
        this.timeline = timeline;
        this.clock = clock;
        this.finished = finished;
        streams.forEach(stream -> byStream.put(stream, new Lateness()));
    }

    /** What time it is in the recording. */
    long nanos() {
        return clock.nanos();
    }

    Lateness lateness() {
        return lateness;
    }

    Map<String, Lateness> latenessByStream() {
        return byStream;
    }

    void becomeLossless() {
        bus.becomeLossless();
    }

    /** Publishes a message; at a speed that is none waits until everyone has room for it. */
    void publish(Due message, double speed) {
        if (speed == TimeControl.FREE) {
            boolean unusedRoom = bus.hasRoom() || timeline.await(() -> closed || bus.hasRoom(), LONGEST_WAIT);
        } else {
            long late = (long) ((nanos() - message.nanos()) / speed);
            lateness.add(late);
            requireNonNull(byStream.get(message.stream()), message.stream()).add(late);
        }
        if (!closed) {
            message.publish();
        }
    }

    /** Does something that may fail, on the timing thread; a failure ends the replay. */
    void attempt(Runnable step) {
        if (closed) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException e) {
            finished.completeExceptionally(e);
        }
    }

    /** All was played. */
    void over() {
        finished.complete(null);
    }

    void close() {
        closed = true;
    }
}
