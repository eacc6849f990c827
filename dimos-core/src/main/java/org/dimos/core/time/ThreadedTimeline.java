package org.dimos.core.time;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.dimos.core.Clock;

/** One thread for timers and a pool for modules, so that a module that blocks holds up nobody but itself. */
final class ThreadedTimeline implements Timeline {
    private final PacedScheduler timers;
    private final ExecutorService pool = Executors.newCachedThreadPool(workerThreads());
    private final Scheduler workers;
    private final boolean steered;

    private ThreadedTimeline(PacedScheduler timers, boolean steered) {
        this.timers = timers;
        this.workers = Schedulers.from(timers.counted(pool));
        this.steered = steered;
    }

    static ThreadedTimeline live() {
        return new ThreadedTimeline(PacedScheduler.live(new SystemClock()), false);
    }

    static ThreadedTimeline replay(long startNanos, double speed, Duration spin) {
        return new ThreadedTimeline(PacedScheduler.replay(startNanos, speed, spin.toNanos()), true);
    }

    private static ThreadFactory workerThreads() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "dimos-worker-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public Clock clock() {
        return timers::nanos;
    }

    @Override
    public Scheduler timers() {
        return timers;
    }

    @Override
    public Scheduler workers() {
        return workers;
    }

    @Override
    public Optional<TimeControl> control() {
        return steered ? Optional.of(timers) : Optional.empty();
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration limit) {
        timers.runOwnWork();
        return Timeline.super.await(condition, limit);
    }

    @Override
    public void begin() {
        timers.begin();
    }

    @Override
    public void close() {
        timers.shutdown();
        pool.shutdown();
    }
}
