package org.dimos.record.query;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.dimos.record.Observation;

/** Carries a value from one observation to the next and gives each with the value after it. */
final class ScanStep<A> implements Step {
    private final BiFunction<A, Observation<?>, A> change;
    private A value;

    ScanStep(A seed, BiFunction<A, Observation<?>, A> change) {
        this.value = seed;
        this.change = change;
    }

    @Override
    public void take(Observation<?> next, Consumer<Observation<?>> out) {
        value = change.apply(value, next);
        out.accept(next.withPayload(value));
    }
}
