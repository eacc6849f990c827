package org.dimos.core.time;

import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import org.jspecify.annotations.Nullable;

/** What is to run once, unless it is cancelled before; a failure goes where RxJava's go. */
abstract class OneTimeTask implements Runnable, Disposable {
    private volatile @Nullable Runnable action;

    OneTimeTask(Runnable action) {
        this.action = RxJavaPlugins.onSchedule(action);
    }

    @Override
    public final void run() {
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
    public final void dispose() {
        action = null;
    }

    @Override
    public final boolean isDisposed() {
        return action == null;
    }
}
