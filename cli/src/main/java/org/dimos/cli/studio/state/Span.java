package org.dimos.cli.studio.state;

/**
 * A span of recorded time.
 *
 * @param fromNanos where it begins, nanoseconds since the epoch
 * @param toNanos where it ends; what is there does not belong to it
 */
public record Span(long fromNanos, long toNanos) {
    /** Nothing. */
    public static final Span NONE = new Span(0, 1);

    private static final long LEAST = 1_000_000;

    /** How long it is; one nanosecond at least. */
    public long length() {
        return Math.max(1, toNanos - fromNanos);
    }

    /** Whether a time belongs to it. */
    public boolean contains(long nanos) {
        return nanos >= fromNanos && nanos < toNanos;
    }

    /** The nearest time that belongs to it. */
    public long nearest(long nanos) {
        return Math.max(fromNanos, Math.min(toNanos - 1, nanos));
    }

    /** The time at a fraction of it, from 0 to 1. */
    public long at(double fraction) {
        return fromNanos + Math.round(fraction * length());
    }

    /** Which fraction of it has passed at a time. */
    public double fraction(long nanos) {
        return (nanos - fromNanos) / (double) length();
    }

    /** What of this lies in another. */
    public Span within(Span other) {
        long from = Math.max(fromNanos, other.fromNanos);
        return new Span(from, Math.max(from, Math.min(toNanos, other.toNanos)));
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return toNanos <= fromNanos;
    }

    /** A part of the whole, or all of it, that is so many times as long and shows a time at the same place. */
    public Span zoomed(double factor, long around, Span whole) {
        long length = Math.min(whole.length(), Math.max(LEAST, Math.round(length() * factor)));
        long from = around - Math.round(Math.max(0, Math.min(1, fraction(around))) * length);
        return new Span(from, from + length).inside(whole);
    }

    /** The same moved by a fraction of itself, inside of the whole. */
    public Span moved(double fraction, Span whole) {
        long by = Math.round(fraction * length());
        return new Span(fromNanos + by, toNanos + by).inside(whole);
    }

    /** The same moved as little as makes it show a time. */
    public Span showing(long nanos, Span whole) {
        if (contains(nanos)) {
            return this;
        }
        long from = nanos < fromNanos ? nanos - length() / 10 : nanos - length() + length() / 10;
        return new Span(from, from + length()).inside(whole);
    }

    private Span inside(Span whole) {
        long length = Math.min(length(), whole.length());
        long from = Math.max(whole.fromNanos, Math.min(whole.toNanos - length, fromNanos));
        return new Span(from, from + length);
    }
}
