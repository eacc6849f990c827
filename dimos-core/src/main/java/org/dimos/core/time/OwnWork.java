package org.dimos.core.time;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a thread that is going to wait for others does itself instead: of the tasks that it hands out, one is kept back until it
 * waits. To wake another thread, and to be woken by it, costs more than most tasks.
 */
final class OwnWork {
    private @Nullable Runnable kept;

    /** Keeps a task, or hands it to the others if there is one already. */
    void take(Runnable task, Executor others) {
        if (kept == null) {
            kept = task;
        } else {
            others.execute(task);
        }
    }

    /** Runs what was kept, and what that leads to. */
    void run() {
        for (Runnable task = kept; task != null; task = kept) {
            kept = null;
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                // as where a thread of the others ends by it
                Thread here = Thread.currentThread();
                here.getUncaughtExceptionHandler().uncaughtException(here, e);
            }
        }
    }
}
