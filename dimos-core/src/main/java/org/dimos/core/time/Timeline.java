package org.dimos.core.time;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.dimos.core.Clock;

/** A clock and the two schedulers that belong to it: one keeps timers, the other runs what is due. */
public interface Timeline extends AutoCloseable {

    /** The time of this timeline. */
    Clock clock();

    /** Runs tasks after a delay in this timeline's time. */
    Scheduler timers();

    /** Runs modules: each of its workers is one module's serial thread of execution. */
    Scheduler workers();

    /** Lets time pass. Until then a replay's clock stands at its start and none of its timers fires. */
    default void begin() {}

    /** Waits until something holds, or for at most {@code limit} of wall time; answers whether it holds. */
    default boolean await(BooleanSupplier condition, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(100_000);
        }
        return true;
    }

    @Override
    void close();

    /** Wall time on a pool of threads. */
    static Timeline live() {
        return new ThreadedTimeline(PacedScheduler.live(new SystemClock()));
    }

    /**
     * Recorded time on a pool of threads.
     *
     * @param startNanos what the clock says until {@link #begin()}, in nanoseconds since the epoch
     * @param speed how much recorded time passes in a second of wall time, greater than 0
     */
    static Timeline replay(long startNanos, double speed) {
        return new ThreadedTimeline(PacedScheduler.replay(startNanos, speed));
    }

    /** The time of a test, on one thread: nothing runs before the test advances the scheduler. */
    static Timeline virtual(TestScheduler scheduler) {
        return new VirtualTimeline(scheduler);
    }
}
