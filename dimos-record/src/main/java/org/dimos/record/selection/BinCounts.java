package org.dimos.record.selection;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dimos.core.array.Longs;

/**
 * How many messages are in each bin of {@link TimeEdges}.
 *
 * @param counts a number for each bin
 * @param exact whether these are the numbers, or estimates of them
 */
public record BinCounts(Longs counts, boolean exact) {

    /** These numbers. */
    public static BinCounts of(long[] counts, boolean exact) {
        return new BinCounts(Longs.copyOf(counts), exact);
    }

    /** Nothing at all. */
    public static BinCounts none(TimeEdges edges) {
        return of(new long[edges.bins()], true);
    }

    /** The differences of ranks: how many messages come before each edge. */
    public static BinCounts between(long[] ranks, boolean exact) {
        return of(
                IntStream.range(0, ranks.length - 1)
                        .mapToLong(i -> Math.max(0, ranks[i + 1] - ranks[i]))
                        .toArray(),
                exact);
    }

    /** Both together. */
    public BinCounts plus(BinCounts other) {
        return of(
                IntStream.range(0, counts.length())
                        .mapToLong(i -> counts.get(i) + other.counts.get(i))
                        .toArray(),
                exact && other.exact);
    }

    /** All bins together. */
    public long sum() {
        return LongStream.of(counts.toArray()).sum();
    }
}
