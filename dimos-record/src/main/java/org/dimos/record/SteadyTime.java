package org.dimos.record;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dimos.core.Clock;
import org.dimos.core.TimeJump;
import org.dimos.core.time.ClockJumps;
import org.dimos.core.time.TimeControl;
import org.dimos.core.time.Timeline;

/** Time that passes by itself and cannot be directed: a player can only follow it. */
final class SteadyTime implements TimeControl, Clock {
    private final Timeline timeline;
    private final Scheduler.Worker worker;

    private final long shift;

    /** Takes what the clock says now for the given time. */
    SteadyTime(Timeline timeline, long nowNanos) {
        this.timeline = timeline;
        worker = timeline.messages().createWorker();
        shift = timeline.clock().nanos() - nowNanos;
    }

    @Override
    public long nanos() {
        return timeline.clock().nanos() - shift;
    }

    @Override
    public Disposable at(long nanos, Runnable task) {
        return worker.schedule(task, Math.max(0, nanos - nanos()), TimeUnit.NANOSECONDS);
    }

    @Override
    public void run(double speed, long untilNanos, Runnable reached) {}

    @Override
    public void stand() {}

    @Override
    public boolean isRealTime() {
        return false;
    }

    @Override
    public void onJump(Consumer<TimeJump> listener) {
        jumps().onJump(listener);
    }

    @Override
    public void execute(Runnable task) {
        throw fixed();
    }

    @Override
    public void advance(long nanos) {
        throw fixed();
    }

    /** What comes before a message is done before it. */
    @Override
    public boolean awaitQuiet(Duration limit) {
        return true;
    }

    @Override
    public void jump(long nanos, TimeJump.Cause cause) {
        jumps().jump(nanos + shift, cause);
    }

    private ClockJumps jumps() {
        return timeline.jumps().orElseThrow(SteadyTime::fixed);
    }

    private static IllegalStateException fixed() {
        return new IllegalStateException(
                "this replay runs in a time that nobody can direct, such as that of a test; it only plays");
    }
}
