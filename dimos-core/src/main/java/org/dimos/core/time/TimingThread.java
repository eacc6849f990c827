package org.dimos.core.time;

import io.reactivex.rxjava3.disposables.Disposable;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.dimos.core.Clock;
import org.jspecify.annotations.Nullable;

/** The thread that runs what is due, and the time it goes by. */
final class TimingThread {
    /** A worker that only has to hand over a message is done before the thread would be asleep. */
    private static final long QUIET_SPIN_NANOS = 10_000;

    private static final long FOREVER = Long.MAX_VALUE / 2;

    private final Clock wall;
    private final long spinNanos;
    private final boolean urgent;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<TimedTask> queue = new PriorityQueue<>();
    private final Queue<Runnable> commands = new ArrayDeque<>();
    private final OwnWork own = new OwnWork();
    private final CountedWork work = new CountedWork(this::onQuiet);
    private volatile Pace pace;
    private volatile boolean disturbed;
    private volatile boolean awaitsQuiet;
    private Runnable reached = () -> {};
    private long order;
    private volatile boolean realTime;
    private boolean begun;
    private boolean movesOnceBegun = true;
    private boolean stopped;
    private volatile @Nullable Thread thread;

    /**
     * Does not start yet.
     *
     * @param spinNanos how long before a task is due it stops sleeping and watches the clock
     * @param urgent whether to ask the system to run it before all that is ordinary
     */
    TimingThread(Clock wall, Pace pace, long spinNanos, boolean urgent) {
        this.wall = wall;
        this.pace = pace;
        this.spinNanos = spinNanos;
        this.urgent = urgent;
    }

    long nanos() {
        return pace.at(wall.nanos());
    }

    /** Whether the system gave the thread a real-time priority. */
    boolean isRealTime() {
        return realTime;
    }

    /** Passes tasks on to an executor and counts them; some this thread does itself where it would only wait for them. */
    Executor counted(Executor executor) {
        return work.counted(task -> {
            if (Thread.currentThread() == thread && pace.isFree() && pace.moves() && !realTime) {
                own.take(task, executor);
            } else {
                executor.execute(task);
            }
        });
    }

    /** Does what it has kept for itself, if it is this thread that asks. */
    void runOwnWork() {
        if (Thread.currentThread() == thread) {
            own.run();
        }
    }

    void begin() {
        change(() -> {
            if (!begun) {
                begun = true;
                if (thread == null) {
                    setOff();
                } else {
                    commands.add(this::setOff);
                }
            }
        });
    }

    /** On the timing thread where there is one, so that the first messages are not late by what it takes to wake it. */
    private void setOff() {
        change(() -> {
            if (movesOnceBegun) {
                pace = pace.moving(wall.nanos(), pace.speed(), pace.limit());
            }
        });
    }

    void run(double speed, long limit, Runnable whenReached) {
        change(() -> {
            reached = whenReached;
            long now = nanos();
            Pace next = pace.moving(wall.nanos(), speed, Math.max(limit, now));
            pace = begun ? next : next.standing(wall.nanos());
            movesOnceBegun = true;
        });
    }

    void stand() {
        change(() -> {
            pace = pace.standing(wall.nanos());
            movesOnceBegun = false;
        });
    }

    void execute(Runnable command) {
        change(() -> {
            commands.add(command);
            ensureStarted();
        });
    }

    void stop() {
        change(() -> {
            stopped = true;
            queue.clear();
            commands.clear();
        });
    }

    Disposable add(Runnable action, long due) {
        lock.lock();
        try {
            if (stopped) {
                return Disposable.disposed();
            }
            TimedTask task = new TimedTask(action, due, order++);
            queue.add(task);
            ensureStarted();
            if (queue.peek() == task) {
                disturbed = true;
                changed.signalAll();
            }
            return task;
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable step) {
        lock.lock();
        try {
            step.run();
            disturbed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void ensureStarted() {
        if (thread == null && !stopped) {
            Thread timing = new Thread(this::loop, "dimos-timing");
            timing.setDaemon(true);
            timing.start();
            thread = timing;
        }
    }

    private void loop() {
        realTime = urgent && RealTimePriority.request();
        for (Runnable next = next(); next != null; next = next()) {
            next.run();
            own.run();
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            Runnable next = null;
            while (!stopped && next == null) {
                disturbed = false;
                next = commands.isEmpty() ? nextTask() : commands.poll();
            }
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException("the timing thread was interrupted; only shutdown() ends it", e);
        } finally {
            lock.unlock();
        }
    }

    /** The task that is due, or null after having waited for a while. */
    private @Nullable Runnable nextTask() throws InterruptedException {
        Pace now = pace;
        if (!now.moves()) {
            sleep(FOREVER);
            return null;
        }
        if (now.isFree() && (!isQuietSoon() || disturbed)) {
            awaitQuietOrChange();
            return null;
        }
        TimedTask head = head();
        long due = head == null ? Long.MAX_VALUE : head.due();
        long next = Math.min(due, now.limit());
        if (next == Long.MAX_VALUE) {
            sleep(FOREVER);
            return null;
        }
        if (now.isFree()) {
            pace = now.movedTo(next);
        } else if (now.at(wall.nanos()) < next) {
            await(next);
            return null;
        }
        return head != null && due <= now.limit() ? queue.poll() : reachedLimit();
    }

    private Runnable reachedLimit() {
        pace = pace.movedTo(pace.limit()).standing(wall.nanos());
        Runnable told = reached;
        reached = () -> {};
        return told;
    }

    /** The first task that has not been cancelled. */
    private @Nullable TimedTask head() {
        TimedTask head = queue.peek();
        while (head != null && head.isDisposed()) {
            queue.poll();
            head = queue.peek();
        }
        return head;
    }

    /** Waits for a time: asleep, and close to it awake, or until something changes. */
    private void await(long time) throws InterruptedException {
        long now = wall.nanos();
        long rest = pace.wallUntil(time, now);
        if (rest > spinNanos) {
            sleep(rest - spinNanos);
            return;
        }
        lock.unlock();
        try {
            while (!disturbed && wall.nanos() - now < rest) {
                Thread.onSpinWait();
            }
        } finally {
            lock.lock();
        }
    }

    /** Gives up the lock until something changes, or for a time at most. */
    private void sleep(long nanos) throws InterruptedException {
        long rest = nanos;
        while (!disturbed && rest > 0) {
            rest = changed.awaitNanos(rest);
        }
    }

    void advance(long target) {
        stand();
        for (TimedTask task = nextUpTo(target); task != null; task = nextUpTo(target)) {
            task.run();
        }
        change(() -> pace = pace.movedTo(target));
    }

    private @Nullable TimedTask nextUpTo(long target) {
        lock.lock();
        try {
            while (!stopped) {
                disturbed = false;
                if (isQuietSoon()) {
                    TimedTask head = head();
                    if (head == null || head.due() > target) {
                        return null;
                    }
                    pace = pace.movedTo(head.due());
                    return queue.poll();
                }
                awaitQuietOrChange();
            }
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException("the timing thread was interrupted; only shutdown() ends it", e);
        } finally {
            lock.unlock();
        }
    }

    boolean awaitQuiet(long limitNanos) {
        runOwnWork();
        long start = wall.nanos();
        lock.lock();
        try {
            while (!stopped && !work.isQuiet() && wall.nanos() - start < limitNanos) {
                awaitsQuiet = true;
                if (!work.isQuiet()) {
                    long unusedRest = changed.awaitNanos(limitNanos - (wall.nanos() - start));
                }
            }
            return work.isQuiet();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the timing thread was interrupted; only shutdown() ends it", e);
        } finally {
            awaitsQuiet = false;
            lock.unlock();
        }
    }

    private boolean isQuietSoon() {
        if (work.isQuiet()) {
            return true;
        }
        lock.unlock();
        try {
            long start = wall.nanos();
            while (!work.isQuiet() && !disturbed && wall.nanos() - start < QUIET_SPIN_NANOS) {
                Thread.onSpinWait();
            }
        } finally {
            lock.lock();
        }
        return work.isQuiet();
    }

    private void awaitQuietOrChange() throws InterruptedException {
        awaitsQuiet = true;
        if (!work.isQuiet()) {
            sleep(FOREVER);
        }
        awaitsQuiet = false;
    }

    private void onQuiet() {
        if (awaitsQuiet) {
            lock.lock();
            try {
                disturbed = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
