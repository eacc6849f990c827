package org.dimos.record.query;

import java.util.Optional;
import java.util.function.Consumer;
import org.dimos.record.Observation;

/** Keeps the one nearest to a time; of two that are equally near the earlier, of several at one time the first. */
final class NearestStep implements Step {
    private final long nanos;
    private final long toleranceNanos;
    private Optional<Observation<?>> nearest = Optional.empty();

    NearestStep(long nanos, long toleranceNanos) {
        this.nanos = nanos;
        this.toleranceNanos = toleranceNanos;
    }

    @Override
    public void take(Observation<?> next, Consumer<Observation<?>> out) {
        if (distance(next, nanos) <= toleranceNanos
                && nearest.map(known -> isNearer(next, known, nanos)).orElse(true)) {
            nearest = Optional.of(next);
        }
    }

    /** Whether one observation is nearer to a time than another. */
    static boolean isNearer(Observation<?> one, Observation<?> other, long nanos) {
        long distance = distance(one, nanos);
        long otherDistance = distance(other, nanos);
        return distance < otherDistance || (distance == otherDistance && one.timestampNanos() < other.timestampNanos());
    }

    /** How far an observation is from a time. */
    static long distance(Observation<?> observation, long nanos) {
        long distance = observation.timestampNanos() - nanos;
        boolean overflown = ((observation.timestampNanos() ^ nanos) & (observation.timestampNanos() ^ distance)) < 0;
        return overflown ? Long.MAX_VALUE : Math.abs(distance);
    }

    @Override
    public void end(Consumer<Observation<?>> out) {
        nearest.ifPresent(out);
    }
}
