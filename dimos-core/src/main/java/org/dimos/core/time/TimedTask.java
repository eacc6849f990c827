package org.dimos.core.time;

import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import org.jspecify.annotations.Nullable;

/** What is to run at a time; tasks of one time run in the order in which they were set. */
final class TimedTask implements Runnable, Disposable, Comparable<TimedTask> {
    private final long due;
    private final long order;
    private volatile @Nullable Runnable action;

    TimedTask(Runnable action, long due, long order) {
        this.action = RxJavaPlugins.onSchedule(action);
        this.due = due;
        this.order = order;
    }

    long due() {
        return due;
    }

    @Override
    public void run() {
        Runnable current = action;
        if (current == null) {
            return;
        }
        action = null;
        try {
            current.run();
        } catch (Throwable e) {
            RxJavaPlugins.onError(e);
        }
    }

    @Override
    public void dispose() {
        action = null;
    }

    @Override
    public boolean isDisposed() {
        return action == null;
    }

    @Override
    public int compareTo(TimedTask other) {
        int byTime = Long.compare(due, other.due);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
}
