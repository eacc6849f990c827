package org.dimos.core.transport.lcm;

import org.dimos.core.Clock;

/**
 * How fast fragments follow each other, so that receivers with little room in the system's buffers keep up: a burst goes
 * at once, the rest at a rate. Safe to share.
 */
final class Pace {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long burst;
    private final double nanosPerByte;
    private final Clock clock;
    /** When what was sent so far would be sent at the rate. */
    private long paidUntil = Long.MIN_VALUE;

    /**
     * A pace.
     *
     * @param burst bytes that go at once
     * @param bytesPerSecond the rate after that
     */
    Pace(long burst, long bytesPerSecond, Clock clock) {
        this.burst = burst;
        this.nanosPerByte = (double) NANOS_PER_SECOND / bytesPerSecond;
        this.clock = clock;
    }

    /** How many nanoseconds to wait before so many bytes are sent; they count as sent. */
    synchronized long delay(int bytes) {
        long now = clock.nanos();
        long ahead = (long) (burst * nanosPerByte);
        paidUntil = Math.max(paidUntil, now - ahead) + (long) (bytes * nanosPerByte);
        return Math.max(0, paidUntil - now);
    }
}
