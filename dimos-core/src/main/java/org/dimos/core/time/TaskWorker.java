package org.dimos.core.time;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.TimeUnit;

/** A worker that keeps its tasks until they have run, so that they can be cancelled together. */
abstract class TaskWorker extends Scheduler.Worker {
    private final Scheduler scheduler;
    private final CompositeDisposable tasks = new CompositeDisposable();

    TaskWorker(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Sets a task, and answers what cancels it. */
    abstract Disposable set(ForgettingTask task, long delay, TimeUnit unit);

    @Override
    public final Disposable schedule(Runnable run, long delay, TimeUnit unit) {
        if (isDisposed()) {
            return Disposable.disposed();
        }
        ForgettingTask task = new ForgettingTask(run, tasks);
        tasks.add(task);
        task.setFuture(set(task, delay, unit));
        return task;
    }

    @Override
    public final long now(TimeUnit unit) {
        return scheduler.now(unit);
    }

    @Override
    public final void dispose() {
        tasks.dispose();
    }

    @Override
    public boolean isDisposed() {
        return tasks.isDisposed();
    }
}
