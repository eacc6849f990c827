package org.dimos.core.time;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Knows whether any of the tasks handed to executors still waits or runs, and tells when none does any more. */
final class CountedWork {
    private final Runnable onQuiet;
    private final AtomicInteger active = new AtomicInteger();

    CountedWork(Runnable onQuiet) {
        this.onQuiet = onQuiet;
    }

    /** The same executor, its tasks counted. */
    Executor counted(Executor executor) {
        return task -> {
            active.incrementAndGet();
            try {
                executor.execute(() -> run(task));
            } catch (RuntimeException e) {
                left();
                throw e;
            }
        };
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            left();
        }
    }

    private void left() {
        if (active.decrementAndGet() == 0) {
            onQuiet.run();
        }
    }

    boolean isQuiet() {
        return active.get() == 0;
    }
}
