package org.dimos.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Hands items from several threads to one, which takes all there are at once. */
final class HandOver<T> {
    private final long limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition enough = lock.newCondition();
    private final Condition room = lock.newCondition();
    private List<T> items = new ArrayList<>();
    private long weight;
    private long wanted;
    private boolean closed;

    /**
     * Made empty.
     *
     * @param limit from which weight on those who add have to wait
     */
    HandOver(long limit) {
        this.limit = limit;
    }

    /** Adds items, once there is room for some; false if no more are taken. */
    boolean put(List<T> added, long addedWeight) throws InterruptedException {
        lock.lock();
        try {
            while (weight >= limit && !closed) {
                room.await();
            }
            if (closed) {
                return false;
            }
            items.addAll(added);
            weight += addedWeight;
            if (weight >= wanted) {
                enough.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for items of that weight together, the end, or a time, and takes what there is. */
    List<T> take(long wantedWeight, long maxNanos) throws InterruptedException {
        lock.lock();
        try {
            wanted = Math.min(wantedWeight, limit);
            long left = maxNanos;
            while (weight < wanted && !closed && left > 0) {
                left = enough.awaitNanos(left);
            }
            wanted = Long.MAX_VALUE;
            List<T> taken = items;
            items = new ArrayList<>();
            weight = 0;
            room.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more items; those that are there can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            enough.signal();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing will ever come any more. */
    boolean isDone() {
        lock.lock();
        try {
            return closed && items.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
