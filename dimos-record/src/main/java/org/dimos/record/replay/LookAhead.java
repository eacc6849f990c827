package org.dimos.record.replay;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.dimos.record.Observation;
import org.jspecify.annotations.Nullable;

/** An iterator that finds its next element when it is asked for. */
abstract class LookAhead implements Iterator<Observation<?>> {
    private @Nullable Observation<?> next;

    /** The next element, or empty at the end. */
    abstract Optional<Observation<?>> advance();

    @Override
    public final boolean hasNext() {
        if (next == null) {
            next = advance().orElse(null);
        }
        return next != null;
    }

    @Override
    public final Observation<?> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("the stream is at its end");
        }
        Observation<?> current = next;
        next = null;
        return current;
    }
}
