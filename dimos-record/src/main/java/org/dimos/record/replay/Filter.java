package org.dimos.record.replay;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;

/** Keeps the observations for which a predicate holds. The supplier makes the predicate of one playing. */
public record Filter(Supplier<Predicate<Observation<?>>> predicate) implements ReplayOperator {

    /** Keeps the first of every {@code n}. */
    public static Filter everyNth(int n) {
        if (n < 1) {
            throw new RecordingException("every " + n + "th message: the number must be at least 1");
        }
        return new Filter(() -> {
            long[] seen = {0};
            return observation -> seen[0]++ % n == 0;
        });
    }

    /** Keeps at most {@code hertz} messages in a second on average, as evenly as they come. */
    public static Filter throttle(double hertz) {
        if (!(hertz > 0)) {
            throw new RecordingException("a rate of " + hertz + " Hz: it must be greater than 0");
        }
        long period = Math.round(1e9 / hertz);
        return new Filter(() -> new RateLimit(period));
    }

    @Override
    public Iterator<Observation<?>> apply(Iterator<Observation<?>> source) {
        Predicate<Observation<?>> keep = predicate.get();
        return new LookAhead() {
            @Override
            Optional<Observation<?>> advance() {
                while (source.hasNext()) {
                    Observation<?> next = source.next();
                    if (keep.test(next)) {
                        return Optional.of(next);
                    }
                }
                return Optional.empty();
            }
        };
    }

    /** Lets a message pass once its turn has come; turns lie on a grid that restarts after a pause. */
    private static final class RateLimit implements Predicate<Observation<?>> {
        private final long period;
        private long due = Long.MIN_VALUE;

        RateLimit(long period) {
            this.period = period;
        }

        @Override
        public boolean test(Observation<?> observation) {
            long time = observation.timestampNanos();
            if (time < due) {
                return false;
            }
            boolean late = due == Long.MIN_VALUE || time - due >= period;
            due = (late ? time : due) + period;
            return true;
        }
    }
}
