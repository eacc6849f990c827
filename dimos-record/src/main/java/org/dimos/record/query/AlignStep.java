package org.dimos.record.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.dimos.record.Observation;

/**
 * Brings each observation together with the nearest one of every other query, as far as there is one within the
 * tolerance. All come by time, so each query is read once and two observations of each are kept.
 */
final class AlignStep implements Step {
    private final List<? extends Query<?>> others;
    private final long toleranceNanos;
    private final BiFunction<Observation<?>, List<Optional<Observation<?>>>, Optional<Observation<?>>> together;
    private final List<Side> sides = new ArrayList<>();

    /** @param together makes of an observation and its neighbours what is given, if anything */
    AlignStep(
            List<? extends Query<?>> others,
            long toleranceNanos,
            BiFunction<Observation<?>, List<Optional<Observation<?>>>, Optional<Observation<?>>> together) {
        this.others = others;
        this.toleranceNanos = toleranceNanos;
        this.together = together;
    }

    @Override
    public void take(Observation<?> next, Consumer<Observation<?>> out) {
        if (sides.isEmpty()) {
            others.forEach(other -> sides.add(new Side(other.open())));
        }
        List<Optional<Observation<?>>> neighbours = new ArrayList<>();
        for (Side side : sides) {
            neighbours.add(side.nearest(next.timestampNanos())
                    .filter(found -> NearestStep.distance(found, next.timestampNanos()) <= toleranceNanos));
        }
        together.apply(next, neighbours).ifPresent(out);
    }

    @Override
    public void close() {
        sides.forEach(side -> side.cursor.close());
    }

    /** One of the other queries: what was before the time looked at, and what comes after it. */
    private static final class Side {
        private final QueryCursor<?> cursor;
        private Optional<Observation<?>> before = Optional.empty();
        private Optional<Observation<?>> after = Optional.empty();

        Side(QueryCursor<?> cursor) {
            this.cursor = cursor;
        }

        Optional<Observation<?>> nearest(long nanos) {
            while (after.isPresent() ? after.get().timestampNanos() <= nanos : cursor.hasNext()) {
                after.ifPresent(this::pass);
                after = cursor.hasNext() ? Optional.of(cursor.next()) : Optional.empty();
            }
            if (before.isEmpty() || after.isEmpty()) {
                return before.or(() -> after);
            }
            return NearestStep.isNearer(after.get(), before.get(), nanos) ? after : before;
        }

        /** Of several at one time the first is kept. */
        private void pass(Observation<?> passed) {
            if (before.map(known -> known.timestampNanos() < passed.timestampNanos())
                    .orElse(true)) {
                before = Optional.of(passed);
            }
        }
    }
}
