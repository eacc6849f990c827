package org.dimos.record.sqlite;

import org.dimos.record.RecordedTime;

/** The bounds of a span of time as SQL must have them to agree with {@link RecordedTime} on every row. */
final class TimeBound {
    private static final double MARGIN = 1e-6;

    private TimeBound() {}

    /** The least number of seconds that stands for a time of at least {@code nanos}. */
    static double atLeast(long nanos) {
        double near = RecordedTime.toSeconds(nanos);
        double below = near - MARGIN;
        double above = near + MARGIN;
        while (true) {
            double middle = below + (above - below) / 2;
            if (middle <= below || middle >= above) {
                return above;
            }
            if (RecordedTime.toNanos(middle) >= nanos) {
                above = middle;
            } else {
                below = middle;
            }
        }
    }
}
