package org.dimos.record.replay;

import java.util.Iterator;
import java.util.Optional;
import org.dimos.record.Observation;

/** An observation, if there is one, and then others. */
final class Prepended extends LookAhead {
    private final Iterator<Observation<?>> rest;
    private Optional<Observation<?>> first;

    Prepended(Optional<Observation<?>> first, Iterator<Observation<?>> rest) {
        this.first = first;
        this.rest = rest;
    }

    @Override
    Optional<Observation<?>> advance() {
        Optional<Observation<?>> next = first.isPresent() || !rest.hasNext() ? first : Optional.of(rest.next());
        first = Optional.empty();
        return next;
    }
}
