package org.dimos.record.replay;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.dimos.record.Observation;
import org.dimos.record.sqlite.TimedCursor;

/**
 * All streams as one, by (timestamp, stream), each in its own order: the order does not depend on how the file is laid
 * out. Reads a message when it is its turn, where the stream can tell its time before.
 */
final class Merge extends LookAhead {
    private static final Comparator<Head> ORDER =
            Comparator.comparingLong(Head::nanos).thenComparing(Head::stream);

    private final PriorityQueue<Head> heads = new PriorityQueue<>(ORDER);

    /** The next message of a stream. */
    private interface Head {
        long nanos();

        String stream();

        Observation<?> read();

        Iterator<Observation<?>> rest();
    }

    private record ReadHead(Observation<?> read, Iterator<Observation<?>> rest) implements Head {
        @Override
        public long nanos() {
            return read.timestampNanos();
        }

        @Override
        public String stream() {
            return read.stream();
        }
    }

    private record UnreadHead(long nanos, TimedCursor rest) implements Head {
        @Override
        public String stream() {
            return rest.stream();
        }

        @Override
        public Observation<?> read() {
            return rest.next();
        }
    }

    Merge(List<Iterator<Observation<?>>> streams) {
        streams.forEach(this::addNext);
    }

    @Override
    Optional<Observation<?>> advance() {
        Head head = heads.poll();
        if (head == null) {
            return Optional.empty();
        }
        Observation<?> next = head.read();
        addNext(head.rest());
        return Optional.of(next);
    }

    private void addNext(Iterator<Observation<?>> stream) {
        if (stream instanceof TimedCursor cursor) {
            if (cursor.hasNext()) {
                heads.add(new UnreadHead(cursor.nextNanos(), cursor));
            }
        } else if (stream.hasNext()) {
            heads.add(new ReadHead(stream.next(), stream));
        }
    }
}
