package org.dimos.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** When the messages of one stream should have arrived and did, in nanoseconds. */
final class Arrivals {
    private final List<Long> due = new ArrayList<>();
    private final List<Long> arrived = new ArrayList<>();

    void add(long dueNanos, long arrivedNanos) {
        due.add(dueNanos);
        arrived.add(arrivedNanos);
    }

    int count() {
        return due.size();
    }

    Jitter jitter(double speed) {
        return Jitter.of(due, arrived, speed);
    }

    /** The messages of all streams, in the order in which they were due. */
    static Arrivals all(Collection<Arrivals> streams) {
        record Arrival(long due, long arrived) {}
        Arrivals all = new Arrivals();
        streams.stream()
                .flatMap(stream -> IntStream.range(0, stream.count())
                        .mapToObj(i -> new Arrival(stream.due.get(i), stream.arrived.get(i))))
                .sorted(Comparator.comparingLong(Arrival::due).thenComparingLong(Arrival::arrived))
                .forEach(arrival -> all.add(arrival.due(), arrival.arrived()));
        return all;
    }

    /** Writes a line for each stream and one for all together. */
    static void print(Map<String, Arrivals> streams, double speed) {
        streams.forEach((name, stream) -> line(name, stream.jitter(speed)));
        line("all streams", all(streams.values()).jitter(speed));
    }

    private static void line(String name, Jitter jitter) {
        System.out.printf(Locale.ROOT, "%-20s %s%n", name, jitter);
    }
}
