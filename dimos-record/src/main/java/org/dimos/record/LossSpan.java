package org.dimos.record;

import java.util.Optional;

/** Losses that follow each other, and how many of them are in the file. Guarded by its {@link LossLedger}. */
final class LossSpan {
    private final String stream;
    private final String reason;
    private long number;
    private long from;
    private long to;
    private long count;
    /** What was handed over to be written, which nobody changes. */
    private Loss handedOver;

    private long committed;
    private long committedTo;

    LossSpan(String stream, long timestampNanos, String reason) {
        this(stream, timestampNanos, timestampNanos, 1, reason);
    }

    private LossSpan(String stream, long from, long to, long count, String reason) {
        this.stream = stream;
        this.reason = reason;
        this.from = from;
        this.to = to;
        this.count = count;
        this.committedTo = from;
        this.handedOver = new Loss(stream, from, to, 0, reason);
    }

    boolean goesOn(long timestampNanos, String why, long withinNanos) {
        return reason.equals(why) && timestampNanos - to <= withinNanos;
    }

    void add(long timestampNanos) {
        from = Math.min(from, timestampNanos);
        to = Math.max(to, timestampNanos);
        count++;
    }

    boolean hasGrown() {
        return count > handedOver.count();
    }

    void take() {
        handedOver = loss();
    }

    Loss toWrite() {
        return handedOver;
    }

    long number() {
        return number;
    }

    void number(long given) {
        number = given;
    }

    void committed() {
        committed = handedOver.count();
        committedTo = handedOver.toNanos();
    }

    void rolledBack() {
        handedOver = new Loss(stream, from, to, committed, reason);
    }

    /** Takes out what is not in the file. */
    Optional<LossSpan> splitMissing() {
        long missing = count - committed;
        if (missing == 0) {
            return Optional.empty();
        }
        LossSpan rest = new LossSpan(stream, committed == 0 ? from : Math.min(committedTo, to), to, missing, reason);
        count = committed;
        to = committedTo;
        return Optional.of(rest);
    }

    boolean isEmpty() {
        return count == 0;
    }

    Loss loss() {
        return new Loss(stream, from, to, count, reason);
    }
}
