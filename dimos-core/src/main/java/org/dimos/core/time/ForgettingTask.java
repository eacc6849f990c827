package org.dimos.core.time;

import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.disposables.SerialDisposable;

/** A task that leaves its worker's set of pending tasks once it has run or is cancelled. */
final class ForgettingTask implements Runnable, Disposable {
    private final Runnable action;
    private final CompositeDisposable pending;
    private final SerialDisposable future = new SerialDisposable();

    ForgettingTask(Runnable action, CompositeDisposable pending) {
        this.action = action;
        this.pending = pending;
    }

    /**
     * Says what to dispose when this task is cancelled. Does not dispose what was set before: a timer may fire and set
     * the next step before the thread that set the timer gets here, and that step must still run.
     */
    void setFuture(Disposable next) {
        boolean unusedWasKept = future.replace(next);
    }

    @Override
    public void run() {
        if (isDisposed()) {
            return;
        }
        try {
            action.run();
        } finally {
            dispose();
        }
    }

    @Override
    public void dispose() {
        future.dispose();
        boolean unusedWasPending = pending.delete(this);
    }

    @Override
    public boolean isDisposed() {
        return future.isDisposed();
    }
}
