package org.dimos.record.selection;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.dimos.record.RecordingException;

/** Times that divide a span of time into bins: each begins at one edge, and the next edge does not belong to it. */
public final class TimeEdges {
    private final long[] edges;

    private TimeEdges(long[] edges) {
        this.edges = edges;
    }

    /** So many bins of the same length, to the nanosecond. */
    public static TimeEdges even(long fromNanos, long toNanos, int bins) {
        if (fromNanos >= toNanos || bins < 1) {
            throw new RecordingException(
                    "a span from " + fromNanos + " ns to " + toNanos + " ns cannot be divided into " + bins + " bins");
        }
        long length;
        try {
            length = Math.subtractExact(toNanos, fromNanos);
        } catch (ArithmeticException e) {
            throw new RecordingException("a span from " + fromNanos + " ns to " + toNanos + " ns is too long", e);
        }
        long whole = length / bins;
        long rest = length % bins;
        return new TimeEdges(LongStream.rangeClosed(0, bins)
                .map(i -> fromNanos + whole * i + rest * i / bins)
                .toArray());
    }

    /** How many bins there are. */
    public int bins() {
        return edges.length - 1;
    }

    /** Where a bin begins; that of {@link #bins} is where the last one ends. */
    public long at(int index) {
        return edges[index];
    }

    /** All of them. */
    public long[] toArray() {
        return edges.clone();
    }

    /** In which bin a time is; -1 if in none. */
    public int binOf(long nanos) {
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edges[middle] <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == edges.length ? -1 : low - 1;
    }

    /** The same, moved in time. */
    public TimeEdges moved(long byNanos) {
        return new TimeEdges(
                LongStream.of(edges).map(edge -> saturated(edge, byNanos)).toArray());
    }

    /** The same within two times: bins outside of them hold nothing. */
    public TimeEdges within(long fromNanos, long toNanos) {
        long end = Math.max(fromNanos, toNanos);
        return new TimeEdges(LongStream.of(edges)
                .map(edge -> Math.max(fromNanos, Math.min(end, edge)))
                .toArray());
    }

    /** More edges at times in between; those outside are left out. */
    public TimeEdges cutAt(LongStream times) {
        return new TimeEdges(LongStream.concat(
                        LongStream.of(edges), times.filter(time -> time > edges[0] && time < edges[edges.length - 1]))
                .sorted()
                .toArray());
    }

    private static long saturated(long edge, long byNanos) {
        long moved = edge + byNanos;
        if (((edge ^ moved) & (byNanos ^ moved)) < 0) {
            return byNanos > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        return moved;
    }

    @Override
    public String toString() {
        return Arrays.toString(edges);
    }
}
