package org.dimos.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands items from many threads to one, which takes all there are at once, so that whoever adds waits no longer than for
 * a list to be swapped.
 */
final class HandOver<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition enough = lock.newCondition();
    private List<T> items = new ArrayList<>();
    private long weight;
    private long wanted;
    private boolean closed;

    /** Adds an item; false if no more are taken. */
    boolean add(T item, long itemWeight) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            items.add(item);
            weight += itemWeight;
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
            wanted = wantedWeight;
            long left = maxNanos;
            while (weight < wanted && !closed && left > 0) {
                left = enough.awaitNanos(left);
            }
            List<T> taken = items;
            items = new ArrayList<>();
            weight = 0;
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
