package org.dimos.record;

/**
 * Times as a recording keeps them: seconds since the Unix epoch as a double, which at today's dates resolves a quarter
 * of a microsecond. A time of whole microseconds survives the way into a file and back unchanged; any other comes back
 * within 240 ns. The order of times survives always.
 */
public final class RecordedTime {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final double MAX_SECONDS = 9.2e9;

    private RecordedTime() {}

    /** Nanoseconds since the epoch as seconds. */
    public static double toSeconds(long nanos) {
        return Math.floorDiv(nanos, NANOS_PER_SECOND) + Math.floorMod(nanos, NANOS_PER_SECOND) / 1e9;
    }

    /**
     * Seconds since the epoch as nanoseconds: the whole microseconds that the double stands for if there are such,
     * otherwise the nearest nanosecond.
     *
     * @throws RecordingException if the number is no time
     */
    public static long toNanos(double seconds) {
        if (!(Math.abs(seconds) < MAX_SECONDS)) {
            throw new RecordingException(seconds + " is no time in seconds since 1970");
        }
        double whole = Math.floor(seconds);
        double fraction = seconds - whole;
        long start = ((long) whole) * NANOS_PER_SECOND;
        long rounded = start + Math.round(fraction * 1e6) * 1000;
        return toSeconds(rounded) == seconds ? rounded : start + Math.round(fraction * 1e9);
    }
}
