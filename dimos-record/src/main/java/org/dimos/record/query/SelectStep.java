package org.dimos.record.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dimos.record.Observation;
import org.dimos.record.selection.Selection;

/** A selection in memory; sorts only where an order is asked for. */
final class SelectStep implements Step {
    private final Selection selection;
    private final List<Observation<?>> sorted = new ArrayList<>();
    private long skipped;
    private long given;

    SelectStep(Selection selection) {
        this.selection = selection;
    }

    @Override
    public void take(Observation<?> next, Consumer<Observation<?>> out) {
        if (!selection.matches(next)) {
            return;
        }
        if (selection.order().isPresent()) {
            sorted.add(next);
        } else {
            cut(next, out);
        }
    }

    @Override
    public void end(Consumer<Observation<?>> out) {
        selection.order().ifPresent(order -> sorted.sort(order.comparator()));
        sorted.forEach(observation -> cut(observation, out));
    }

    private void cut(Observation<?> observation, Consumer<Observation<?>> out) {
        if (skipped < selection.offset()) {
            skipped++;
        } else if (given < selection.limit()) {
            given++;
            out.accept(observation);
        }
    }

    @Override
    public boolean isDone() {
        return given >= selection.limit();
    }
}
