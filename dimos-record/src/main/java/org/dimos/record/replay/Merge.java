package org.dimos.record.replay;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.dimos.record.Observation;

/** All streams as one, by (timestamp, stream, id): the order does not depend on how the file is laid out. */
final class Merge extends LookAhead {
    private static final Comparator<Head> ORDER = Comparator.<Head>comparingLong(
                    head -> head.observation.timestampNanos())
            .thenComparing(head -> head.observation.stream())
            .thenComparingLong(head -> head.observation.id());

    private record Head(Observation<?> observation, Iterator<Observation<?>> rest) {}

    private final PriorityQueue<Head> heads = new PriorityQueue<>(ORDER);

    Merge(List<Iterator<Observation<?>>> streams) {
        streams.forEach(this::addNext);
    }

    @Override
    Optional<Observation<?>> advance() {
        Head head = heads.poll();
        if (head == null) {
            return Optional.empty();
        }
        addNext(head.rest);
        return Optional.of(head.observation);
    }

    private void addNext(Iterator<Observation<?>> stream) {
        if (stream.hasNext()) {
            heads.add(new Head(stream.next(), stream));
        }
    }
}
