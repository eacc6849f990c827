package org.dimos.msgs.std;

import org.dimos.core.message.LcmType;

/** A point in time: seconds since the Unix epoch, and nanoseconds that are added to them. */
@LcmType("std_msgs.Time")
public record Time(int sec, int nsec) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final Time ZERO = new Time(0, 0);

    /** The time that stands for «no stamp». */
    public static Time zero() {
        return ZERO;
    }

    /**
     * The time so many nanoseconds after the Unix epoch.
     *
     * @throws IllegalArgumentException beyond the year 2038, where the seconds no longer fit
     */
    public static Time ofNanos(long nanos) {
        long sec = Math.floorDiv(nanos, NANOS_PER_SECOND);
        if (sec != (int) sec) {
            throw new IllegalArgumentException(
                    nanos + " ns is no time that a message can hold: its seconds do not fit 32 bits");
        }
        return new Time((int) sec, (int) Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    /** Nanoseconds since the Unix epoch. */
    public long toNanos() {
        return sec * NANOS_PER_SECOND + nsec;
    }
}
