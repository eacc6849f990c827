package org.dimos.core.time;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dimos.core.Clock;
import org.dimos.core.TimeJump;

/**
 * Timers in a time that passes at a chosen speed. One thread waits for the next task and runs it, in order of due time
 * and of scheduling. Until {@link #begin} time stands still. The time of the timers never goes back; what the clock says
 * is that time plus an offset, which changes when the clock jumps, so that no timer notices.
 */
final class PacedScheduler extends Scheduler implements TimeControl {
    /** A thread of real-time priority that hardly ever slept would leave a processor to nobody else. */
    private static final long LONGEST_URGENT_SPIN_NANOS = 1_000_000;

    private static final double FASTEST_URGENT_SPEED = 10;

    private final TimingThread timing;
    private final JumpingClock clock;

    private PacedScheduler(Clock wall, Pace pace, long spinNanos, boolean urgent) {
        this.timing = new TimingThread(wall, pace, spinNanos, urgent);
        this.clock = new JumpingClock(timing::nanos);
    }

    /** Wall time, which passes from the beginning. */
    static PacedScheduler live(Clock wall) {
        PacedScheduler scheduler = new PacedScheduler(wall, Pace.standing(wall.nanos(), 1), 0, false);
        scheduler.begin();
        return scheduler;
    }

    /**
     * Recorded time.
     *
     * @param speed how much of it passes per wall time, or {@link TimeControl#FREE}
     * @param spinNanos how long before a task is due the thread stops sleeping and watches the clock
     */
    static PacedScheduler replay(long start, double speed, long spinNanos) {
        boolean urgent = speed <= FASTEST_URGENT_SPEED && spinNanos <= LONGEST_URGENT_SPIN_NANOS;
        return new PacedScheduler(new SystemClock(), Pace.standing(start, checked(speed)), spinNanos, urgent);
    }

    private static double checked(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed is " + speed + "; it must be a number greater than 0");
        }
        return speed;
    }

    /** Has the timing thread do what it keeps for itself before it waits, see {@link TimingThread#counted}. */
    void runOwnWork() {
        timing.runOwnWork();
    }

    void begin() {
        timing.begin();
    }

    /** Passes tasks on to an executor, and keeps count of them for {@link #awaitQuiet}. */
    Executor counted(Executor executor) {
        return timing.counted(executor);
    }

    /** What the clock says. */
    long nanos() {
        return clock.nanos();
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(timing.nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Worker createWorker() {
        return new PacedWorker(this);
    }

    @Override
    public void shutdown() {
        timing.stop();
    }

    Disposable enqueue(Runnable action, long delayNanos) {
        return timing.add(action, timing.nanos() + Math.max(0, delayNanos));
    }

    @Override
    public Disposable at(long nanos, Runnable task) {
        return timing.add(task, clock.timeAt(nanos));
    }

    @Override
    public void execute(Runnable task) {
        timing.execute(task);
    }

    @Override
    public void run(double speed, long untilNanos, Runnable reached) {
        long limit = untilNanos == Long.MAX_VALUE ? Long.MAX_VALUE : clock.timeAt(untilNanos);
        timing.run(checked(speed), limit, reached);
    }

    @Override
    public void stand() {
        timing.stand();
    }

    @Override
    public void advance(long nanos) {
        timing.advance(clock.timeAt(nanos));
    }

    @Override
    public boolean awaitQuiet(Duration limit) {
        return timing.awaitQuiet(limit.toNanos());
    }

    @Override
    public void jump(long nanos, TimeJump.Cause cause) {
        clock.jump(nanos, cause);
    }

    @Override
    public boolean isRealTime() {
        return timing.isRealTime();
    }

    @Override
    public void onJump(Consumer<TimeJump> listener) {
        clock.onJump(listener);
    }
}
