package org.dimos.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** When the messages of one stream should have arrived and did, in nanoseconds. Makes no garbage, which would disturb what it measures. */
final class Arrivals {
    private static final int AT_FIRST = 1 << 13;

    private long[] due = new long[AT_FIRST];
    private long[] arrived = new long[AT_FIRST];
    private int count;

    void add(long dueNanos, long arrivedNanos) {
        if (count == due.length) {
            due = Arrays.copyOf(due, 2 * count);
            arrived = Arrays.copyOf(arrived, 2 * count);
        }
        due[count] = dueNanos;
        arrived[count] = arrivedNanos;
        count++;
    }

    int count() {
        return count;
    }

    Jitter jitter(double speed) {
        return Jitter.of(Arrays.copyOf(due, count), Arrays.copyOf(arrived, count), speed);
    }

    /** The messages of all streams, in the order in which they were due. */
    static Arrivals all(Collection<Arrivals> streams) {
        record Arrival(long due, long arrived) {}
        Arrivals all = new Arrivals();
        streams.stream()
                .flatMap(stream ->
                        IntStream.range(0, stream.count()).mapToObj(i -> new Arrival(stream.due[i], stream.arrived[i])))
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
