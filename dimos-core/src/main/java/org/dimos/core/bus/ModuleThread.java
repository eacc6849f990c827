package org.dimos.core.bus;

import io.reactivex.rxjava3.core.Scheduler;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.dimos.core.time.SerialScheduler;
import org.dimos.core.time.Timeline;
import org.dimos.core.time.WorkMeter;
import org.jctools.queues.atomic.MpscUnboundedAtomicArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * Where one module runs: its messages and timers, one at a time, messages in the order in which they were published
 * over all inputs of the module.
 */
public final class ModuleThread {
    private static final ThreadLocal<@Nullable ModuleThread> CURRENT = new ThreadLocal<>();
    private static final int TURN = 256;

    private final String module;
    private final BiConsumer<String, Throwable> onFailure;
    private final SerialScheduler scheduler;
    private final Scheduler.Worker worker;
    private final MpscUnboundedAtomicArrayQueue<Runnable> inbox = new MpscUnboundedAtomicArrayQueue<>(256);
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong handled = new AtomicLong();
    private final WorkMeter work = new WorkMeter();
    private @Nullable Handover handover;
    private boolean handling;

    /**
     * A place for a module to run.
     *
     * @param onFailure told the module's name and what one of its handlers or timers threw
     */
    public ModuleThread(String module, Timeline timeline, BiConsumer<String, Throwable> onFailure) {
        this.module = module;
        this.onFailure = onFailure;
        scheduler = new SerialScheduler(timeline, this::runTask);
        worker = scheduler.createWorker();
    }

    /**
     * A place for a module that takes over from another.
     *
     * @param handover keeps its messages until it has started
     */
    public ModuleThread(String module, Timeline timeline, BiConsumer<String, Throwable> onFailure, Handover handover) {
        this(module, timeline, onFailure);
        this.handover = handover;
    }

    <T> void listen(Channel<T> channel, Receiver<T> receiver) {
        if (handover == null) {
            channel.add(receiver);
        } else {
            handover.join(channel, receiver);
        }
    }

    <T> void stopListening(Channel<T> channel, Receiver<T> receiver) {
        if (handover == null) {
            channel.remove(receiver);
        } else {
            handover.leave(channel, receiver);
        }
    }

    /** The one whose task the calling thread runs, or null. */
    static @Nullable ModuleThread current() {
        return CURRENT.get();
    }

    /** Whether the calling thread runs a task of some module. */
    public static boolean isCurrent() {
        return CURRENT.get() != null;
    }

    /** Reports an error to the module whose task the calling thread runs; answers false if there is none. */
    public static boolean failCurrent(Throwable error) {
        ModuleThread current = CURRENT.get();
        if (current == null) {
            return false;
        }
        current.onFailure.accept(current.module, error);
        return true;
    }

    public String module() {
        return module;
    }

    /** The processor time that the module's handlers and timers took so far; not that of threads of its own. */
    public long cpuNanos() {
        return work.nanos();
    }

    /** The scheduler that the module is given. */
    public Scheduler scheduler() {
        return scheduler;
    }

    /** Lets no timer fire any more; messages are still handled. */
    public void stopTimers() {
        scheduler.stopTimers();
    }

    /** Ends this place; what has not run by now never will. */
    public void stop() {
        scheduler.shutdown();
    }

    /** Runs a task in turn with the module's messages. */
    public void execute(Runnable task) {
        inbox.offer(task);
        if (waiting.getAndIncrement() == 0) {
            worker.schedule(this::drain);
        }
    }

    /** Whether nothing waits or runs. */
    boolean isIdle() {
        return waiting.get() == 0;
    }

    /** How many tasks have run; changes whenever something happened between two looks. */
    long handled() {
        return handled.get();
    }

    /** Whether the calling thread is in the middle of one of this module's messages, not of a timer. */
    boolean isHandling() {
        return handling;
    }

    private void runTask(Runnable task) {
        CURRENT.set(this);
        long begin = work.begin();
        try {
            task.run();
        } catch (Throwable e) {
            onFailure.accept(module, e);
        } finally {
            work.end(begin);
            CURRENT.remove();
        }
    }

    private void drain() {
        int missed = waiting.get();
        handling = true;
        try {
            for (int turn = 0; turn < TURN && missed > 0; turn++) {
                runNext();
                missed = waiting.decrementAndGet();
            }
        } finally {
            handling = false;
        }
        if (missed > 0) {
            worker.schedule(this::drain);
        }
    }

    private void runNext() {
        Runnable task = inbox.poll();
        if (task != null) {
            try {
                task.run();
            } catch (Throwable e) {
                onFailure.accept(module, e);
            }
        }
        handled.lazySet(handled.get() + 1);
    }
}
