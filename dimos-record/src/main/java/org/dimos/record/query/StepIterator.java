package org.dimos.record.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.dimos.record.Observation;

/** Pulls observations through a step, no more than are asked for. */
final class StepIterator implements Iterator<Observation<?>> {
    private final Iterator<Observation<?>> source;
    private final Step step;
    private final Deque<Observation<?>> ready = new ArrayDeque<>();
    private boolean ended;

    StepIterator(Iterator<Observation<?>> source, Step step) {
        this.source = source;
        this.step = step;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !ended) {
            if (!step.isDone() && source.hasNext()) {
                step.take(source.next(), ready::add);
            } else {
                ended = true;
                step.end(ready::add);
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public Observation<?> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the query is at its end");
        }
        return ready.remove();
    }
}
