package org.dimos.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes may wait, over all streams. A stream may take up to four times what is still free: a stream alone gets
 * four fifths of the room, and however many large ones compete, what they leave is enough for the small ones. (The
 * dynamic threshold of Choudhury and Hahne, 1998.)
 */
final class ByteBudget {
    private static final int SHARE = 4;

    private final long capacity;
    private final Executor waker;
    private final AtomicLong used = new AtomicLong();
    private final List<Runnable> waiting = new ArrayList<>();
    private volatile boolean someoneWaits;

    /**
     * With all its room free.
     *
     * @param waker where those who wait for room go on, so that whoever gives it back does not do their work
     */
    ByteBudget(long capacity, Executor waker) {
        this.capacity = capacity;
        this.waker = waker;
    }

    /** Takes room for a message of a stream that has {@code own} bytes waiting, if there is any. Never waits. */
    boolean take(long own, long size) {
        long before = used.get();
        while (hasRoom(before, own, size)) {
            if (used.compareAndSet(before, before + size)) {
                return true;
            }
            before = used.get();
        }
        return false;
    }

    /** Takes room that is not there. */
    void takeOver(long size) {
        used.addAndGet(size);
    }

    /** Whether there is room; a message larger than all of it fits when nothing else waits. */
    boolean hasRoom(long own, long size) {
        return hasRoom(used.get(), own, size);
    }

    private boolean hasRoom(long taken, long own, long size) {
        long free = capacity - taken;
        return taken == 0 || (size <= free && own + size <= SHARE * free);
    }

    long capacity() {
        return capacity;
    }

    long used() {
        return used.get();
    }

    /** Whether more than a quarter is taken. */
    boolean isPartlyTaken() {
        return used.get() > capacity / 4;
    }

    /** Gives room back and lets those who wait for some try again. */
    void give(long size) {
        used.addAndGet(-size);
        if (someoneWaits) {
            waker.execute(() -> takeWaiting().forEach(Runnable::run));
        }
    }

    private synchronized List<Runnable> takeWaiting() {
        List<Runnable> tasks = List.copyOf(waiting);
        waiting.clear();
        someoneWaits = false;
        return tasks;
    }

    /** Runs a task after the next time room was given back. */
    synchronized void whenGiven(Runnable task) {
        waiting.add(task);
        someoneWaits = true;
    }
}
