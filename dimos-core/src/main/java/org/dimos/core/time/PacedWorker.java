package org.dimos.core.time;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.TimeUnit;

/** A set of timers of a paced scheduler that can be cancelled together. */
final class PacedWorker extends Scheduler.Worker {
    private final PacedScheduler scheduler;
    private final CompositeDisposable tasks = new CompositeDisposable();

    PacedWorker(PacedScheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public Disposable schedule(Runnable run, long delay, TimeUnit unit) {
        if (tasks.isDisposed()) {
            return Disposable.disposed();
        }
        ForgettingTask task = new ForgettingTask(run, tasks);
        tasks.add(task);
        task.setFuture(scheduler.enqueue(task, unit.toNanos(delay)));
        return task;
    }

    @Override
    public long now(TimeUnit unit) {
        return scheduler.now(unit);
    }

    @Override
    public void dispose() {
        tasks.dispose();
    }

    @Override
    public boolean isDisposed() {
        return tasks.isDisposed();
    }
}
