package org.dimos.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    /** The stream with the largest 99th percentile. */
    static Jitter worst(Iterable<Arrivals> streams, double speed) {
        List<Jitter> jitters = new ArrayList<>();
        streams.forEach(stream -> jitters.add(stream.jitter(speed)));
        return jitters.stream().max(Comparator.comparingDouble(Jitter::p99)).orElseThrow();
    }

    /** Writes a line for each stream and one for the worst. */
    static void print(Map<String, Arrivals> streams, double speed) {
        streams.forEach((name, stream) -> line(name, stream.jitter(speed)));
        line("worst stream", worst(streams.values(), speed));
    }

    private static void line(String name, Jitter jitter) {
        System.out.printf(Locale.ROOT, "%-20s %s%n", name, jitter);
    }
}
