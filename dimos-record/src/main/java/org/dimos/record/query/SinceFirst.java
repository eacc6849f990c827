package org.dimos.record.query;

import java.util.function.Predicate;
import org.dimos.record.Observation;

/** Keeps what lies in a span of time after the first observation it is shown. */
final class SinceFirst implements Predicate<Observation<?>> {
    private final long startNanos;
    private final long endNanos;
    private boolean started;
    private long firstNanos;

    SinceFirst(long startNanos, long endNanos) {
        this.startNanos = startNanos;
        this.endNanos = endNanos;
    }

    @Override
    public boolean test(Observation<?> observation) {
        long time = observation.timestampNanos();
        if (!started) {
            started = true;
            firstNanos = time;
        }
        return time - firstNanos >= startNanos && time - firstNanos < endNanos;
    }
}
