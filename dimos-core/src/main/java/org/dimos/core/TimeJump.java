package org.dimos.core;

import java.time.Duration;
import java.time.Instant;

/**
 * A jump of a replay's clock. What a module has concluded from messages before it may no longer hold, above all after a
 * jump back.
 *
 * @param fromNanos what the clock said before, nanoseconds since the epoch
 * @param toNanos what it says from now on
 * @param cause why it jumped
 */
public record TimeJump(long fromNanos, long toNanos, Cause cause) {

    /** Why a clock jumps. */
    public enum Cause {
        /** Someone sought another position. */
        SEEK,
        /** A loop started over. */
        LOOP,
        /** A span in which nothing was recorded is left out. */
        GAP
    }

    /** Whether time went back, so that messages come again that came before. */
    public boolean isBackward() {
        return toNanos < fromNanos;
    }

    /** How far it went; negative if back. */
    public Duration by() {
        return Duration.between(instant(fromNanos), instant(toNanos));
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }
}
