package org.dimos.record;

import java.util.Optional;

/**
 * A span of recorded time that an edit took out. Nothing is known of what was there.
 *
 * @param stream the stream it was taken out of; empty if all
 * @param fromNanos where it begins, nanoseconds since the epoch
 * @param toNanos where it ends; a message at this very time was kept
 */
public record Gap(Optional<String> stream, long fromNanos, long toNanos) {

    /** What of it lies between two times; empty if nothing does. */
    public Optional<Gap> within(long startNanos, long endNanos) {
        long from = Math.max(fromNanos, startNanos);
        long to = Math.min(toNanos, endNanos);
        return from < to ? Optional.of(new Gap(stream, from, to)) : Optional.empty();
    }
}
