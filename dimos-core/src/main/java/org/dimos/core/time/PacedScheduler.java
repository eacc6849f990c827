package org.dimos.core.time;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.dimos.core.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Timers in a time that passes at a chosen speed. One thread waits for the next task and runs it, in order of due time
 * and of scheduling. Until {@link #begin} time stands still.
 */
final class PacedScheduler extends Scheduler {
    private final Clock wall;
    private final double speed;
    private final long start;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Task> queue = new PriorityQueue<>();
    private final AtomicLong sequence = new AtomicLong();
    private volatile boolean begun;
    private volatile long begunAt;
    private boolean stopped;
    private @Nullable Thread thread;

    private PacedScheduler(Clock wall, long start, double speed) {
        this.wall = wall;
        this.start = start;
        this.speed = speed;
    }

    /** Wall time, which passes from the beginning. */
    static PacedScheduler live(Clock wall) {
        PacedScheduler scheduler = new PacedScheduler(wall, wall.nanos(), 1);
        scheduler.begin();
        return scheduler;
    }

    static PacedScheduler replay(long start, double speed) {
        if (!(speed > 0 && speed < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("speed is " + speed + "; it must be a number greater than 0");
        }
        return new PacedScheduler(new SystemClock(), start, speed);
    }

    void begin() {
        lock.lock();
        try {
            if (!begun) {
                begunAt = wall.nanos();
                begun = true;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    long nanos() {
        if (!begun) {
            return start;
        }
        long passed = (long) ((wall.nanos() - begunAt) * speed);
        return start + Math.min(passed, Long.MAX_VALUE - Math.max(0, start));
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Worker createWorker() {
        return new PacedWorker();
    }

    @Override
    public void shutdown() {
        lock.lock();
        try {
            stopped = true;
            queue.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Disposable enqueue(Runnable action, long delayNanos) {
        Task task = new Task(action, nanos() + Math.max(0, delayNanos), sequence.getAndIncrement());
        lock.lock();
        try {
            if (stopped) {
                return Disposable.disposed();
            }
            queue.add(task);
            if (thread == null) {
                thread = startThread();
            }
            if (queue.peek() == task) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
        return task;
    }

    private Thread startThread() {
        Thread timing = new Thread(this::runDueTasks, "dimos-timing");
        timing.setDaemon(true);
        timing.start();
        return timing;
    }

    private void runDueTasks() {
        for (Task task = awaitDue(); task != null; task = awaitDue()) {
            task.run();
        }
    }

    private @Nullable Task awaitDue() {
        lock.lock();
        try {
            while (!stopped) {
                Task head = queue.peek();
                if (head == null || !begun) {
                    changed.awaitUninterruptibly();
                } else if (head.isDisposed() || head.due <= nanos()) {
                    return queue.poll();
                } else {
                    long unusedRest = changed.awaitNanos((long) Math.ceil((head.due - nanos()) / speed));
                }
            }
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException("the timing thread was interrupted; only shutdown() ends it", e);
        } finally {
            lock.unlock();
        }
    }

    private static final class Task implements Runnable, Disposable, Comparable<Task> {
        private final long due;
        private final long order;
        private volatile @Nullable Runnable action;

        Task(Runnable action, long due, long order) {
            this.action = RxJavaPlugins.onSchedule(action);
            this.due = due;
            this.order = order;
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
        public int compareTo(Task other) {
            int byTime = Long.compare(due, other.due);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final class PacedWorker extends Worker {
        private final CompositeDisposable tasks = new CompositeDisposable();

        @Override
        public Disposable schedule(Runnable run, long delay, TimeUnit unit) {
            if (tasks.isDisposed()) {
                return Disposable.disposed();
            }
            ForgettingTask task = new ForgettingTask(run, tasks);
            tasks.add(task);
            task.setFuture(enqueue(task, unit.toNanos(delay)));
            return task;
        }

        @Override
        public long now(TimeUnit unit) {
            return PacedScheduler.this.now(unit);
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
}
