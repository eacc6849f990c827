package org.dimos.core.time;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Everything on the thread that advances the scheduler. */
record VirtualTimeline(TestScheduler scheduler, JumpingClock clock) implements Timeline {

    VirtualTimeline(TestScheduler scheduler) {
        this(scheduler, new JumpingClock(() -> scheduler.now(TimeUnit.NANOSECONDS)));
    }

    @Override
    public Scheduler timers() {
        return scheduler;
    }

    @Override
    public Scheduler workers() {
        return scheduler;
    }

    @Override
    public Optional<ClockJumps> jumps() {
        return Optional.of(clock);
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration limit) {
        scheduler.triggerActions();
        if (condition.getAsBoolean()) {
            return true;
        }
        scheduler.triggerActions();
        return condition.getAsBoolean();
    }

    @Override
    public void close() {}
}
