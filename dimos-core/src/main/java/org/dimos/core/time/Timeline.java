package org.dimos.core.time;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.dimos.core.Clock;

/** A clock and the two schedulers that belong to it: one keeps timers, the other runs what is due. */
public interface Timeline extends AutoCloseable {

    /** The time of this timeline. */
    Clock clock();

    /** Runs tasks after a delay in this timeline's time. */
    Scheduler timers();

    /** Runs modules: each of its workers is one module's serial thread of execution. */
    Scheduler workers();

    /** What directs this time where it can be directed: that of a replay, but neither wall time nor a test's. */
    default Optional<TimeControl> control() {
        return Optional.empty();
    }

    /** What lets the clock jump where messages are played: in a replay or a test, but not in wall time. */
    default Optional<ClockJumps> jumps() {
        return control().map(ClockJumps.class::cast);
    }

    /** Where what comes from outside waits for its time. At one time it comes after the timers that are due. */
    default Scheduler messages() {
        return timers();
    }

    /** The thread on which everything happens, if there is only one. */
    default Optional<Thread> onlyThread() {
        return Optional.empty();
    }

    /** Lets time pass. Until then a replay's clock stands at its start and none of its timers fires. */
    default void begin() {}

    /**
     * Tells this time that nothing more comes from outside.
     *
     * @param whenQuiet run when that is so: at once, or in lockstep after all that follows from what is due now; time
     *     then stands, so that it does not depend on the machine which timers still fire
     */
    default void finish(Runnable whenQuiet) {
        whenQuiet.run();
    }

    /** Does one thing between all others and answers its result: in lockstep on the one thread, otherwise here. */
    default <T> T call(Supplier<T> step) {
        return step.get();
    }

    /** The same for what has no result. */
    default void execute(Runnable step) {
        boolean unused = call(() -> {
            step.run();
            return true;
        });
    }

    /** In lockstep, lets no time pass while something holds, such as a disk that has to catch up. */
    default void holdWhile(BooleanSupplier condition) {}

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
        return ThreadedTimeline.live();
    }

    /**
     * Recorded time on a pool of threads. Up to ten times real time the system is asked for a real-time priority for the thread
     * of the timers, which not everybody is granted, unless that thread spins for longer than a millisecond.
     *
     * @param startNanos what the clock says until {@link #begin()}, in nanoseconds since the epoch
     * @param speed how much recorded time passes in a second of wall time, greater than 0; {@link TimeControl#FREE} to
     *     wait for nothing but the modules
     */
    static Timeline replay(long startNanos, double speed) {
        return replay(startNanos, speed, Duration.ZERO);
    }

    /**
     * The same with more exact timers, which cost processor time.
     *
     * @param spin how long before a timer is due the timing thread stops sleeping and watches the clock, in wall time
     */
    static Timeline replay(long startNanos, double speed, Duration spin) {
        return ThreadedTimeline.replay(startNanos, speed, spin);
    }

    /**
     * Recorded time in lockstep: modules, timers and messages on one thread, each with all that follows from it before
     * the next, as fast as that goes. What is due at one time runs timers first, in the order in which they were set,
     * then messages in the order of their source. Two runs of modules that take their time from here are the same.
     *
     * @param startNanos what the clock says until {@link #begin()}, in nanoseconds since the epoch
     */
    static Timeline lockstep(long startNanos) {
        return new LockstepTimeline(startNanos);
    }

    /** The time of a test, on one thread: nothing runs before the test advances the scheduler. */
    static Timeline virtual(TestScheduler scheduler) {
        return new VirtualTimeline(scheduler);
    }
}
