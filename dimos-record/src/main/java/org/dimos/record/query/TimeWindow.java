package org.dimos.record.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dimos.record.Observation;

/** Puts observations together by time, in spans of one length that follow each other from the first observation on. */
final class TimeWindow implements Step {
    private final long lengthNanos;
    private final List<Observation<?>> window = new ArrayList<>();
    private long number;
    private long startNanos;
    private boolean started;

    TimeWindow(long lengthNanos) {
        this.lengthNanos = lengthNanos;
    }

    @Override
    public void take(Observation<?> next, Consumer<Observation<?>> out) {
        if (!started) {
            started = true;
            startNanos = next.timestampNanos();
        }
        long its = Math.floorDiv(next.timestampNanos() - startNanos, lengthNanos);
        if (its != number) {
            end(out);
            number = its;
        }
        window.add(next);
    }

    @Override
    public void end(Consumer<Observation<?>> out) {
        if (!window.isEmpty()) {
            CountWindow.give(window, out);
            window.clear();
        }
    }
}
