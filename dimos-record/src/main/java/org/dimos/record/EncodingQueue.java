package org.dimos.record;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The streams that have something to encode. Publishing wakes no thread as long as little waits: one encoder at a time
 * looks every few milliseconds, and calls another one to go on looking while it works.
 */
final class EncodingQueue {
    private static final long LOOK_NANOS = 10_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition look = lock.newCondition();
    private final Condition help = lock.newCondition();
    private final ArrayDeque<RecordedStream<?>> streams = new ArrayDeque<>();
    private boolean urgent;
    private boolean looking;
    private boolean closed;
    private int busy;

    /** Notes a stream that has something to encode. */
    void add(RecordedStream<?> stream) {
        lock.lock();
        try {
            streams.add(stream);
        } finally {
            lock.unlock();
        }
    }

    /** Has the encoders begin at once. */
    void hurry() {
        lock.lock();
        try {
            urgent = true;
            wakeOne();
        } finally {
            lock.unlock();
        }
    }

    private void wakeOne() {
        if (looking) {
            look.signal();
        } else {
            help.signal();
        }
    }

    /** Waits for the next stream; nothing at the end. To be followed by {@link #done}. */
    Optional<RecordedStream<?>> take() throws InterruptedException {
        lock.lock();
        try {
            boolean looked = false;
            while (!isOver() && (streams.isEmpty() || !(looked || urgent || closed))) {
                looked = !looking;
                if (looking) {
                    help.await();
                } else {
                    looking = true;
                    var unused = look.awaitNanos(LOOK_NANOS);
                    looking = false;
                }
            }
            return isOver() ? over() : Optional.of(next());
        } finally {
            lock.unlock();
        }
    }

    private Optional<RecordedStream<?>> over() {
        wakeAll();
        return Optional.empty();
    }

    private RecordedStream<?> next() {
        RecordedStream<?> next = streams.remove();
        busy++;
        urgent &= !streams.isEmpty();
        help.signal();
        return next;
    }

    private void wakeAll() {
        look.signalAll();
        help.signalAll();
    }

    private boolean isOver() {
        return closed && busy == 0 && streams.isEmpty();
    }

    /** Ends the turn of a stream. */
    void done(RecordedStream<?> stream, boolean again) {
        lock.lock();
        try {
            busy--;
            if (again) {
                streams.add(stream);
                urgent = true;
            }
            if (isOver()) {
                wakeAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more is added but by {@link #done}. */
    void close() {
        lock.lock();
        try {
            closed = true;
            wakeAll();
        } finally {
            lock.unlock();
        }
    }
}
