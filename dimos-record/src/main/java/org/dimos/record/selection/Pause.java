package org.dimos.record.selection;

/**
 * A time in which nothing came though it could have been expected.
 *
 * @param fromNanos when the last observation before it was, nanoseconds since the epoch
 * @param toNanos when the first after it was
 */
public record Pause(long fromNanos, long toNanos) {

    /** How long it was, in nanoseconds. */
    public long nanos() {
        return toNanos - fromNanos;
    }
}
