package org.dimos.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.dimos.core.bus.Envelope;
import org.dimos.record.sqlite.Row;
import org.jspecify.annotations.Nullable;

/**
 * The way of messages into a file: from the publishers' threads, in one bounded queue per stream, to the encoders and on
 * to the writing thread. Room is given back when a message is in the file, or lost.
 */
final class RecordingPipeline {
    static final String QUEUE_FULL = "queue full";
    static final String REPLACED = "replaced by a newer one";
    static final String CLOSED = "recording closed";
    static final String TOO_LATE = "not written before the time limit of closing";

    private static final int MAX_BLOB = 900_000_000;
    /** How much an encoder takes at once: little enough for other streams to get their turn. */
    private static final long TURN_BYTES = 512 << 10;

    /** A source that can wait does so from this share of the queue on, or from two batches. */
    private static final int SHARE_OF_PATIENT = 16;

    private final ByteBudget budget;
    private final long patience;
    private final EncodingQueue encoding = new EncodingQueue();
    private final HandOver<Ready> ready;
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private volatile @Nullable String hindrance;
    private volatile boolean finishing;
    private volatile boolean abandoned;
    private int encoders;

    /**
     * Made empty.
     *
     * @param waker where sources that wait for room go on
     */
    RecordingPipeline(RecorderConfig config, Executor waker) {
        budget = new ByteBudget(config.queueBytes(), waker);
        patience = Math.max(config.queueBytes() / SHARE_OF_PATIENT, 2L * config.batchBytes());
        ready = new HandOver<>(2L * config.batchBytes());
    }

    /**
     * Takes a message, or counts it as lost. Never waits.
     *
     * @param awaited whether its source has waited for room
     */
    void offer(RecordedStream<?> stream, Waiting message, boolean awaited) {
        if (failure.get() != null || !admit(stream, message.size(), awaited)) {
            lose(stream, message.message(), noRoom());
            return;
        }
        switch (stream.inbox().add(message)) {
            case QUIETLY -> {}
            case FIRST -> encoding.add(stream);
            case URGENT -> encoding.hurry();
            case FIRST_AND_URGENT -> {
                encoding.add(stream);
                encoding.hurry();
            }
            case REFUSED -> {
                release(stream, message.size());
                lose(stream, message.message(), CLOSED);
            }
        }
    }

    private boolean admit(RecordedStream<?> stream, int size, boolean awaited) {
        boolean room = take(stream, size);
        if (!room && stream.policy() == QueuePolicy.NEWEST_WINS) {
            Optional<Waiting> oldest = stream.inbox().removeOldest();
            while (!room && oldest.isPresent()) {
                drop(stream, oldest.get(), REPLACED);
                room = take(stream, size);
                oldest = room ? oldest : stream.inbox().removeOldest();
            }
        }
        if (!room && awaited && stream.policy() == QueuePolicy.LOSSLESS && failure.get() == null) {
            budget.takeOver(size);
            stream.waitingBytes().addAndGet(size);
            return true;
        }
        return room;
    }

    private boolean take(RecordedStream<?> stream, int size) {
        boolean taken = budget.take(stream.waitingBytes().get(), size);
        if (taken) {
            stream.waitingBytes().addAndGet(size);
        }
        return taken;
    }

    private String noRoom() {
        String known = hindrance;
        return known == null ? QUEUE_FULL : known;
    }

    /**
     * Whether a source that can wait should wait. Early: the rest of the queue is for those that cannot, and what waits
     * is not in the file yet.
     */
    boolean isFull(RecordedStream<?> stream, int size) {
        return stream.policy() == QueuePolicy.LOSSLESS
                && stream.inbox().isOpen()
                && failure.get() == null
                && (budget.used() > patience
                        || !budget.hasRoom(stream.waitingBytes().get(), size));
    }

    /** Whether a quarter of the queue is taken and is being worked off. */
    boolean isBehind() {
        return failure.get() == null && budget.isPartlyTaken();
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

    /** One encoder's work, until there is nothing more to come. */
    void encodeAll() {
        encoderBegins();
        try {
            Optional<RecordedStream<?>> next = encoding.take();
            while (next.isPresent()) {
                RecordedStream<?> stream = next.get();
                try {
                    encodeTurn(stream);
                } finally {
                    encoding.done(stream, stream.inbox().endTurn());
                }
                next = encoding.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            encoderEnds();
        }
    }

    private synchronized void encoderBegins() {
        encoders++;
    }

    private synchronized void encoderEnds() {
        if (--encoders == 0) {
            ready.close();
        }
    }

    private void encodeTurn(RecordedStream<?> stream) throws InterruptedException {
        List<Waiting> taken = stream.inbox().take(TURN_BYTES);
        List<Ready> encoded = new ArrayList<>(taken.size());
        long weight = 0;
        for (Waiting waiting : taken) {
            Optional<Row> row = encode(stream, waiting);
            if (row.isPresent()) {
                Ready done = new Ready(stream, row.get(), waiting.size());
                encoded.add(done);
                weight += done.weight();
            }
        }
        if (!encoded.isEmpty() && !ready.put(encoded, weight)) {
            drop(encoded, CLOSED);
        }
    }

    private Optional<Row> encode(RecordedStream<?> stream, Waiting waiting) {
        String hopeless = failure.get() != null ? CLOSED : abandoned ? tooLate() : null;
        if (hopeless != null) {
            drop(stream, waiting, hopeless);
            return Optional.empty();
        }
        try {
            Row row = stream.encode(waiting.message());
            if (row.size() <= MAX_BLOB) {
                return Optional.of(row);
            }
            drop(stream, waiting, "larger than " + MAX_BLOB + " bytes");
        } catch (RuntimeException | Error e) {
            drop(stream, waiting, "not encoded: " + e.getMessage());
        }
        return Optional.empty();
    }

    private String tooLate() {
        String known = hindrance;
        return known == null ? TOO_LATE : known;
    }

    /** What waits for the writing thread. */
    HandOver<Ready> ready() {
        return ready;
    }

    /** Messages are in the file. */
    void stored(List<Ready> done) {
        for (Ready message : done) {
            message.stream().countStored();
        }
        release(done);
    }

    /** Messages will never be in the file. */
    void drop(List<Ready> messages, String reason) {
        for (Ready message : messages) {
            lose(message.stream(), message.row().timestampNanos(), reason);
        }
        release(messages);
    }

    private void drop(RecordedStream<?> stream, Waiting waiting, String reason) {
        lose(stream, waiting.message(), reason);
        release(stream, waiting.size());
    }

    private void lose(RecordedStream<?> stream, Envelope<?> message, String reason) {
        lose(stream, message.timestampNanos(), reason);
    }

    private void lose(RecordedStream<?> stream, long timestampNanos, String reason) {
        String stopped = failure.get();
        stream.losses().lose(timestampNanos, stopped == null ? reason : stopped);
    }

    /** At once, so that a source that waits for room goes on once, with all of it. */
    private void release(List<Ready> messages) {
        long size = 0;
        for (Ready message : messages) {
            message.stream().waitingBytes().addAndGet(-message.size());
            size += message.size();
        }
        budget.give(size);
    }

    private void release(RecordedStream<?> stream, int size) {
        stream.waitingBytes().addAndGet(-size);
        budget.give(size);
    }

    /** Notes why nothing can be written for now; it is the reason for what is lost meanwhile. */
    void hinder(String reason) {
        hindrance = reason;
    }

    /** Writing goes on. */
    void unhinder() {
        hindrance = null;
    }

    /** Why nothing can be written for now. */
    Optional<String> hindrance() {
        return Optional.ofNullable(hindrance);
    }

    /** Nothing more comes from streams, whose inboxes are closed. */
    void finish() {
        finishing = true;
        encoding.close();
    }

    boolean isFinishing() {
        return finishing;
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
        ready.close();
        budget.give(0);
        return first;
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Bytes that wait. */
    long waitingBytes() {
        return budget.used();
    }

    /** Bytes that may wait. */
    long capacity() {
        return budget.capacity();
    }
}
