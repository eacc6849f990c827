package org.dimos.record.sqlite;

/**
 * Some rows of a stream that follow one another in time.
 *
 * @param fromNanos the time of the earliest, nanoseconds since the epoch
 * @param toNanos where it ends; a row at this very time does not belong to it
 * @param minId rows with a smaller id do not belong to it
 */
public record RowSpan(long fromNanos, long toNanos, long minId) {

    /** All rows from one time, included, up to another, left out. */
    public static RowSpan of(long fromNanos, long toNanos) {
        return new RowSpan(fromNanos, toNanos, Long.MIN_VALUE);
    }

    /** The rows at a time whose ids are not smaller than one. */
    public static RowSpan at(long nanos, long minId) {
        return new RowSpan(nanos, nanos + 1, minId);
    }

    /** Whether a row belongs to it. */
    public boolean contains(long nanos, long id) {
        return nanos >= fromNanos && nanos < toNanos && id >= minId;
    }

    /** What of it lies in a range of time; possibly nothing. */
    public RowSpan within(long from, long to) {
        return new RowSpan(Math.max(fromNanos, from), Math.min(toNanos, to), minId);
    }

    /** Whether no row can belong to it. */
    public boolean isEmpty() {
        return fromNanos >= toNanos;
    }
}
