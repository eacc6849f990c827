package org.dimos.record.query;

import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.dimos.record.Observation;
import org.dimos.record.selection.Selection;

/**
 * An operation of a query on observations in memory.
 *
 * @param words what it does, for people
 * @param endless whether it goes on with observations that never end
 * @param step makes the operation anew for each run
 */
record Stage(String words, boolean endless, Supplier<Step> step) {

    /** A selection in memory. */
    static Stage select(Selection selection) {
        return new Stage(selection.toString(), selection.order().isEmpty(), () -> new SelectStep(selection));
    }

    /** Keeps those for which a predicate holds; the predicate is made anew for each run. */
    static Stage keep(String words, Supplier<Predicate<Observation<?>>> predicate) {
        return new Stage(words, true, () -> {
            Predicate<Observation<?>> keep = predicate.get();
            return (next, out) -> {
                if (keep.test(next)) {
                    out.accept(next);
                }
            };
        });
    }

    /** Changes each by itself. */
    static Stage map(String words, UnaryOperator<Observation<?>> change) {
        return new Stage(words, true, () -> (next, out) -> out.accept(change.apply(next)));
    }
}
