package org.dimos.core;

import java.time.Instant;

/**
 * Where everything in a graph gets its time: wall time live, recorded time in a replay. Never goes backwards, unless a
 * replay is sent back, which modules are told as a {@link TimeJump}; safe to use from any thread.
 */
@FunctionalInterface
public interface Clock {

    /** Nanoseconds since the Unix epoch. */
    long nanos();

    /** The same as {@link #nanos()} as an instant. */
    default Instant now() {
        long nanos = nanos();
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
