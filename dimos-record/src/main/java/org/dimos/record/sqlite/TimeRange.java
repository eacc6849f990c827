package org.dimos.record.sqlite;

import org.dimos.record.RecordedTime;

/** A span of time, its start included, its end not. */
record TimeRange(long fromNanos, long toNanos) {
    private static final double ROUNDING = 1e-6;

    boolean contains(long nanos) {
        return nanos >= fromNanos && nanos < toNanos;
    }

    /** A bound for SQL that leaves out nothing of the span; what is too much is sorted out by {@link #contains}. */
    double fromSeconds() {
        return fromNanos == Long.MIN_VALUE ? Double.NEGATIVE_INFINITY : RecordedTime.toSeconds(fromNanos) - ROUNDING;
    }

    /** The same at the other end. */
    double toSeconds() {
        return toNanos == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : RecordedTime.toSeconds(toNanos) + ROUNDING;
    }
}
