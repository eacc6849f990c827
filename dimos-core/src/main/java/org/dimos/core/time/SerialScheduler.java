package org.dimos.core.time;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One module's scheduler: all its workers share one worker of the timeline's, so that whatever runs on it runs one at a
 * time. What has a delay waits among the timeline's timers first.
 */
public final class SerialScheduler extends Scheduler {
    private final Scheduler timers;
    private final Worker shared;
    private final Consumer<Runnable> context;
    private volatile boolean timersStopped;

    /**
     * A scheduler on one worker of the timeline.
     *
     * @param context runs each task, and can set up what the task needs around it
     */
    public SerialScheduler(Timeline timeline, Consumer<Runnable> context) {
        timers = timeline.timers();
        shared = timeline.workers().createWorker();
        this.context = context;
    }

    /** From now on no delayed task runs; those without a delay still do. */
    public void stopTimers() {
        timersStopped = true;
    }

    private Disposable runSoon(Runnable task) {
        return shared.schedule(() -> context.accept(task));
    }

    /** A negative delay is that of a periodic timer that is behind. */
    private Disposable runLater(ForgettingTask task, long delay, TimeUnit unit) {
        return timers.scheduleDirect(() -> runWhenDue(task), Math.max(0, delay), unit);
    }

    private void runWhenDue(ForgettingTask task) {
        if (!timersStopped) {
            task.setFuture(runSoon(task));
        }
    }

    @Override
    public Worker createWorker() {
        return new SharingWorker();
    }

    @Override
    public long now(TimeUnit unit) {
        return timers.now(unit);
    }

    @Override
    public void shutdown() {
        shared.dispose();
    }

    private final class SharingWorker extends TaskWorker {
        SharingWorker() {
            super(SerialScheduler.this);
        }

        @Override
        Disposable set(ForgettingTask task, long delay, TimeUnit unit) {
            return delay == 0 ? runSoon(task) : runLater(task, delay, unit);
        }

        @Override
        public boolean isDisposed() {
            return super.isDisposed() || shared.isDisposed();
        }
    }
}
