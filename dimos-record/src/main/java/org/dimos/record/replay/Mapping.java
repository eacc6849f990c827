package org.dimos.record.replay;

import java.time.Duration;
import java.util.Iterator;
import java.util.function.UnaryOperator;
import org.dimos.record.Observation;

/** Changes each observation by itself. */
public record Mapping(UnaryOperator<Observation<?>> change) implements ReplayOperator {

    /** Moves a stream in time; the stamps inside the messages stay. */
    public static Mapping shift(Duration shift) {
        long nanos = shift.toNanos();
        return new Mapping(observation -> observation.withTimestamp(observation.timestampNanos() + nanos));
    }

    @Override
    public Iterator<Observation<?>> apply(Iterator<Observation<?>> source) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public Observation<?> next() {
                return change.apply(source.next());
            }
        };
    }
}
