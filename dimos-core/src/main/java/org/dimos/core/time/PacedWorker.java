package org.dimos.core.time;

import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.TimeUnit;

/** A set of timers of a paced scheduler that can be cancelled together. */
final class PacedWorker extends TaskWorker {
    private final PacedScheduler scheduler;

    PacedWorker(PacedScheduler scheduler) {
        super(scheduler);
        this.scheduler = scheduler;
    }

    @Override
    Disposable set(ForgettingTask task, long delay, TimeUnit unit) {
        return scheduler.enqueue(task, unit.toNanos(delay));
    }
}
