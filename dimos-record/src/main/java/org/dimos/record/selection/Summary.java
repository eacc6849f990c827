package org.dimos.record.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.dimos.record.Observation;
import org.dimos.record.Rate;

/**
 * What observations are like as a whole.
 *
 * @param count how many there are
 * @param firstNanos the earliest time, nanoseconds since the epoch; 0 if there are none
 * @param lastNanos the latest time; 0 if there are none
 * @param bytes size of the payloads
 * @param rate how often they came; empty below two different times
 * @param pauses where they came at less than a fifth of the mean rate, by time, the longest sixteen at most
 */
public record Summary(
        long count, long firstNanos, long lastNanos, long bytes, Optional<Rate> rate, List<Pause> pauses) {
    private static final int MAX_PAUSES = 16;
    private static final int UNUSUAL = 5;

    public Summary {
        pauses = List.copyOf(pauses);
    }

    /**
     * Sums up observations without keeping them.
     *
     * @param byTime whether they come by time, the earliest first
     */
    public static Summary of(Iterator<? extends Observation<?>> observations, boolean byTime) {
        Sum sum = new Sum();
        List<long[]> sizes = new ArrayList<>();
        while (observations.hasNext()) {
            Observation<?> next = observations.next();
            if (byTime) {
                sum.add(next.timestampNanos(), next.storedBytes());
            } else {
                sizes.add(new long[] {next.timestampNanos(), next.storedBytes()});
            }
        }
        sizes.sort(Comparator.comparingLong(size -> size[0]));
        sizes.forEach(size -> sum.add(size[0], size[1]));
        return sum.result();
    }

    /** Sums up observations that are shown to it by time, the earliest first. */
    public static final class Sum {
        private final PriorityQueue<Pause> longest = new PriorityQueue<>(Comparator.comparingLong(Pause::nanos));
        private long count;
        private long first;
        private long last;
        private long bytes;
        private long shortest = Long.MAX_VALUE;

        /** One more. */
        public void add(long nanos, long size) {
            if (count == 0) {
                first = nanos;
            } else if (nanos > last) {
                pause(new Pause(last, nanos));
            }
            last = count == 0 ? nanos : Math.max(last, nanos);
            count++;
            bytes += size;
        }

        private void pause(Pause pause) {
            shortest = Math.min(shortest, pause.nanos());
            longest.add(pause);
            if (longest.size() > MAX_PAUSES) {
                longest.remove();
            }
        }

        /** What all of them together are like. */
        public Summary result() {
            if (last == first) {
                return new Summary(count, first, last, bytes, Optional.empty(), List.of());
            }
            double mean = (last - first) / (double) (count - 1);
            List<Pause> byTime = new ArrayList<>(longest);
            byTime.sort(Comparator.comparingLong(Pause::fromNanos));
            long greatest = byTime.stream().mapToLong(Pause::nanos).max().orElse(1);
            return new Summary(
                    count,
                    first,
                    last,
                    bytes,
                    Optional.of(new Rate(1e9 / greatest, 1e9 / mean, 1e9 / shortest)),
                    byTime.stream()
                            .filter(pause -> pause.nanos() > UNUSUAL * mean)
                            .toList());
        }
    }
}
