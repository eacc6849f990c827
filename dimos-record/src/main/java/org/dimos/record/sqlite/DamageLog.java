package org.dimos.record.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.dimos.record.Loss;
import org.dimos.record.RecordedTime;

/** The messages of a stream that a damaged file has lost, as spans between messages that came over. */
final class DamageLog {
    static final String REASON = "damaged";

    private static final long NEVER = Long.MIN_VALUE;

    private final String stream;
    private final List<Loss> losses = new ArrayList<>();
    private long firstNanos = NEVER;
    private long lastNanos = NEVER;
    private long waiting;

    DamageLog(String stream) {
        this.stream = stream;
    }

    void missing(long count) {
        waiting += count;
    }

    /** A message came over, so the span of what was missing before it ends. */
    void kept(double seconds) {
        long nanos = RecordedTime.toNanos(seconds);
        close(nanos);
        lastNanos = nanos;
        firstNanos = firstNanos == NEVER ? nanos : Math.min(firstNanos, nanos);
    }

    private void close(long nanos) {
        if (waiting > 0) {
            long from = lastNanos == NEVER ? nanos : Math.min(lastNanos, nanos);
            losses.add(new Loss(stream, from, Math.max(from, nanos), waiting, REASON));
            waiting = 0;
        }
    }

    long total() {
        return waiting + losses.stream().mapToLong(Loss::count).sum();
    }

    /** The times of the messages that came over. */
    LongStream times() {
        return lastNanos == NEVER ? LongStream.empty() : LongStream.of(firstNanos, lastNanos);
    }

    /** All spans; what is missing before the first and after the last message reaches to the ends of the recording. */
    List<Loss> losses(long startNanos, long endNanos) {
        if (lastNanos == NEVER) {
            lastNanos = startNanos;
        }
        close(Math.max(lastNanos, endNanos));
        return List.copyOf(losses);
    }
}
