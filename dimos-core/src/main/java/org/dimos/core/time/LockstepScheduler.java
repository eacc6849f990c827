package org.dimos.core.time;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.TimeUnit;
import org.dimos.core.time.LockstepTask.Kind;

/** Hands tasks of one kind to the queue of a lockstep. */
final class LockstepScheduler extends Scheduler {
    private final LockstepQueue queue;
    private final Kind kind;

    LockstepScheduler(LockstepQueue queue, Kind kind) {
        this.queue = queue;
        this.kind = kind;
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(queue.now(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Worker createWorker() {
        return new LockstepWorker();
    }

    private final class LockstepWorker extends TaskWorker {
        LockstepWorker() {
            super(LockstepScheduler.this);
        }

        @Override
        Disposable set(ForgettingTask task, long delay, TimeUnit unit) {
            Kind waiting = kind == Kind.CONSEQUENCE && delay > 0 ? Kind.TIMER : kind;
            return queue.add(task, unit.toNanos(delay), waiting);
        }
    }
}
