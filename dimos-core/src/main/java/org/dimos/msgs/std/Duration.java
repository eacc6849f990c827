package org.dimos.msgs.std;

import org.dimos.core.message.LcmType;

/** A length of time: seconds, and nanoseconds that are added to them. */
@LcmType("std_msgs.Duration")
public record Duration(int sec, int nsec) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /**
     * The given number of nanoseconds.
     *
     * @throws IllegalArgumentException from 68 years on, where the seconds no longer fit
     */
    public static Duration ofNanos(long nanos) {
        long sec = Math.floorDiv(nanos, NANOS_PER_SECOND);
        if (sec != (int) sec) {
            throw new IllegalArgumentException(
                    nanos + " ns is longer than a message can hold: its seconds do not fit 32 bits");
        }
        return new Duration((int) sec, (int) Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    public long toNanos() {
        return sec * NANOS_PER_SECOND + nsec;
    }
}
