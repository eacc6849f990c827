package org.dimos.record;

import java.util.concurrent.atomic.AtomicReference;
import org.dimos.core.bus.Envelope;
import org.dimos.record.sqlite.Row;
import org.jspecify.annotations.Nullable;

/**
 * The way of messages into a file: from the publishers' threads, in a bounded queue, to the encoding thread and on to the
 * writing thread. Room in the queue is given back when a message is in the file, or lost.
 */
final class RecordingPipeline {
    static final String QUEUE_FULL = "queue full";
    static final String CLOSED = "recording closed";
    static final String TOO_LATE = "not written before the time limit of closing";

    private static final int MAX_BLOB = 900_000_000;
    private static final long ENCODER_WAIT_NANOS = 1_000_000_000L;

    private final ByteBudget budget;
    private final HandOver<Waiting> incoming = new HandOver<>();
    private final HandOver<Ready> ready = new HandOver<>();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private volatile boolean abandoned;

    RecordingPipeline(long queueBytes) {
        budget = new ByteBudget(queueBytes);
    }

    /** Takes a message, or counts it as lost. Never waits. */
    void offer(RecordedStream<?> stream, Envelope<?> message, int size) {
        if (!budget.take(stream.waitingBytes().get(), size)) {
            lose(stream, message.timestampNanos(), QUEUE_FULL);
            return;
        }
        stream.waitingBytes().addAndGet(size);
        if (!incoming.add(new Waiting(stream, message, size), size)) {
            release(stream, size);
            lose(stream, message.timestampNanos(), CLOSED);
        }
    }

    boolean isFull(RecordedStream<?> stream, int size) {
        return failure.get() == null && !budget.hasRoom(stream.waitingBytes().get(), size);
    }

    void whenRoom(RecordedStream<?> stream, int size, Runnable task) {
        if (!isFull(stream, size)) {
            task.run();
            return;
        }
        budget.whenGiven(() -> whenRoom(stream, size, task));
        if (!isFull(stream, size)) {
            budget.give(0);
        }
    }

    /** The encoding thread's work, until there is nothing more to come. */
    void encodeAll() throws InterruptedException {
        try {
            while (!incoming.isDone()) {
                for (Waiting waiting : incoming.take(1, ENCODER_WAIT_NANOS)) {
                    encode(waiting);
                }
            }
        } finally {
            ready.close();
        }
    }

    private void encode(Waiting waiting) {
        if (abandoned) {
            drop(waiting.stream, waiting.message.timestampNanos(), waiting.size, TOO_LATE);
            return;
        }
        Row row;
        try {
            row = waiting.stream.encode(waiting.message);
        } catch (RuntimeException | Error e) {
            drop(waiting.stream, waiting.message.timestampNanos(), waiting.size, "not encoded: " + e.getMessage());
            return;
        }
        if (row.size() > MAX_BLOB) {
            drop(waiting.stream, row.timestampNanos(), waiting.size, "larger than " + MAX_BLOB + " bytes");
        } else if (!ready.add(new Ready(waiting.stream, row, waiting.size), row.size() + 1L)) {
            drop(waiting.stream, row.timestampNanos(), waiting.size, CLOSED);
        }
    }

    /** What waits for the writing thread. */
    HandOver<Ready> ready() {
        return ready;
    }

    /** A message is in the file. */
    void stored(Ready done) {
        done.stream.countStored();
        release(done.stream, done.size);
    }

    /** A message will never be in the file. */
    void drop(Ready message, String reason) {
        drop(message.stream, message.row.timestampNanos(), message.size, reason);
    }

    private void drop(RecordedStream<?> stream, long timestampNanos, int size, String reason) {
        lose(stream, timestampNanos, reason);
        release(stream, size);
    }

    private void lose(RecordedStream<?> stream, long timestampNanos, String reason) {
        String stopped = failure.get();
        stream.losses().lose(timestampNanos, stopped == null ? reason : stopped);
    }

    private void release(RecordedStream<?> stream, int size) {
        stream.waitingBytes().addAndGet(-size);
        budget.give(size);
    }

    /** Takes no further messages. */
    void finish() {
        incoming.close();
    }

    /** Counts everything that still waits as lost, so that closing comes to an end. */
    void abandon() {
        abandoned = true;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    /** Ends recording for a reason; the first one counts. */
    boolean fail(String reason) {
        boolean first = failure.compareAndSet(null, reason);
        incoming.close();
        ready.close();
        return first;
    }

    @Nullable
    String failure() {
        return failure.get();
    }

    /** A message in the queue. */
    record Waiting(RecordedStream<?> stream, Envelope<?> message, int size) {}

    /** A message that only has to be written. */
    record Ready(RecordedStream<?> stream, Row row, int size) {}
}
