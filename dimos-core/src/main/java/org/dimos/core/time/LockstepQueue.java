package org.dimos.core.time;

import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.dimos.core.time.LockstepTask.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done in lockstep, and the one thread that does it. Time stands while anything follows from what was
 * done, and then goes on to the next timer or message at once.
 */
final class LockstepQueue {
    private static final long LOOK_AGAIN_NANOS = 50_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<LockstepTask> queue = new PriorityQueue<>();
    private final Thread thread = new Thread(this::runAll, "dimos-lockstep");
    private volatile long now;
    private volatile BooleanSupplier held = () -> false;
    private long order;
    private boolean passing;
    private boolean stopped;

    LockstepQueue(long startNanos) {
        now = startNanos;
        thread.setDaemon(true);
        thread.start();
    }

    long now() {
        return now;
    }

    Thread thread() {
        return thread;
    }

    boolean isOnThread() {
        return Thread.currentThread() == thread;
    }

    /** Adds a task; what comes after {@link #stop} is disposed already. */
    LockstepTask add(Runnable action, long delayNanos, Kind kind) {
        lock.lock();
        try {
            long due = now + Math.min(Math.max(0, delayNanos), Long.MAX_VALUE - Math.max(0, now));
            LockstepTask task = new LockstepTask(action, due, kind, order++);
            if (stopped) {
                task.dispose();
            } else {
                queue.add(task);
                changed.signal();
            }
            return task;
        } finally {
            lock.unlock();
        }
    }

    /** Lets time pass, or stand for good. Consequences are handled in either case. */
    void pass(boolean newPassing) {
        lock.lock();
        try {
            passing = newPassing;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps time from going on while something holds that does not happen on this thread. */
    void holdWhile(BooleanSupplier condition) {
        BooleanSupplier others = held;
        held = () -> others.getAsBoolean() || condition.getAsBoolean();
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            queue.clear();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void runAll() {
        for (LockstepTask task = takeNext(); task != null; task = takeNext()) {
            task.run();
        }
    }

    private @Nullable LockstepTask takeNext() {
        lock.lock();
        try {
            while (!stopped) {
                LockstepTask head = queue.peek();
                if (head == null || (head.kind() != Kind.CONSEQUENCE && !passing)) {
                    changed.awaitUninterruptibly();
                } else if (head.kind() != Kind.CONSEQUENCE && held.getAsBoolean()) {
                    long unusedRest = changed.awaitNanos(LOOK_AGAIN_NANOS);
                } else {
                    return take();
                }
            }
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException("the lockstep thread was interrupted; only stop() ends it", e);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable LockstepTask take() {
        LockstepTask task = queue.poll();
        if (task != null && !task.isDisposed()) {
            now = task.due();
        }
        return task;
    }

    /** On the thread itself: handles what follows from the task that runs, until a condition holds or nothing is left. */
    void runConsequencesUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockstepTask next = takeConsequence();
            if (next == null) {
                return;
            }
            next.run();
        }
    }

    private @Nullable LockstepTask takeConsequence() {
        lock.lock();
        try {
            LockstepTask head = queue.peek();
            return head != null && head.kind() == Kind.CONSEQUENCE ? take() : null;
        } finally {
            lock.unlock();
        }
    }
}
