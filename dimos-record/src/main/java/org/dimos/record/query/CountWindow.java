package org.dimos.record.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;

/** Puts observations together by their number: a window of {@code size} begins at every {@code step}th. */
final class CountWindow implements Step {
    private final int size;
    private final int step;
    private final List<Observation<?>> window = new ArrayList<>();
    private long toSkip;
    private boolean fresh;

    CountWindow(int size, int step) {
        this.size = size;
        this.step = step;
    }

    static void check(int size, int step) {
        if (size < 1 || step < 1) {
            throw new RecordingException(
                    "windows of " + size + " observations, one every " + step + ": both numbers must be at least 1");
        }
    }

    @Override
    public void take(Observation<?> next, Consumer<Observation<?>> out) {
        if (toSkip > 0) {
            toSkip--;
            return;
        }
        window.add(next);
        fresh = true;
        if (window.size() == size) {
            give(window, out);
            fresh = false;
            window.subList(0, Math.min(step, size)).clear();
            toSkip = Math.max(0, step - size);
        }
    }

    /** The last window may be smaller, unless all it holds was in the one before. */
    @Override
    public void end(Consumer<Observation<?>> out) {
        if (fresh) {
            give(window, out);
        }
    }

    /** A window is filed under its first observation. */
    static void give(List<Observation<?>> window, Consumer<Observation<?>> out) {
        out.accept(window.get(0).withPayload(List.copyOf(window)));
    }
}
