package org.dimos.record;

import io.reactivex.rxjava3.core.Scheduler;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dimos.core.RobotModule;
import org.dimos.core.bus.Channel;
import org.dimos.core.time.Timeline;
import org.dimos.record.replay.Due;
import org.dimos.record.replay.Lateness;
import org.dimos.record.replay.Prefetch;

/**
 * Publishes a recording: each message when the graph's clock reaches its time, all streams on one clock. Never waits
 * for a module; how late it was is measured. Reads ahead on a thread of its own.
 */
public final class Player implements RobotModule {
    private final Recording recording;
    private final Map<String, Channel<?>> channels;
    private final Timeline timeline;
    private final CompletableFuture<Void> finished;
    private final Scheduler.Worker worker;
    private final Prefetch prefetch;
    private final Lateness lateness;
    private long offset;
    private volatile boolean closed;

    /**
     * A player of those streams that have a channel.
     *
     * @param channels where to publish each stream, by its name in the recording's view
     * @param finished completed once the last message is published, or exceptionally when one cannot be read
     */
    public Player(
            Recording recording,
            Map<String, Channel<?>> channels,
            Timeline timeline,
            CompletableFuture<Void> finished) {
        this.recording = recording;
        this.channels = Map.copyOf(channels);
        this.timeline = timeline;
        this.finished = finished;
        this.worker = timeline.timers().createWorker();
        this.prefetch = new Prefetch(recording, this.channels);
        this.lateness = new Lateness();
    }

    @Override
    public void start() {
        prefetch.start();
        offset = timeline.clock().nanos() - recording.startNanos();
        scheduleNext();
    }

    /** How late messages were published so far, in wall time. */
    public Lateness lateness() {
        return lateness;
    }

    private void scheduleNext() {
        Optional<Due> next = prefetch.take();
        if (next.isEmpty()) {
            finished.complete(null);
            return;
        }
        long due = next.get().nanos() + offset;
        long delay = Math.max(0, due - timeline.clock().nanos());
        worker.schedule(() -> publishAndGoOn(next.get(), due), delay, TimeUnit.NANOSECONDS);
    }

    private void publishAndGoOn(Due message, long due) {
        if (closed) {
            return;
        }
        try {
            lateness.add((long) ((timeline.clock().nanos() - due) / recording.speed()));
            message.publish();
            scheduleNext();
        } catch (RuntimeException e) {
            finished.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        worker.dispose();
        prefetch.close();
    }
}
