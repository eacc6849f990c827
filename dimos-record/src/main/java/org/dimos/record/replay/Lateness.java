package org.dimos.record.replay;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.IntCountsHistogram;

/** How late messages were published, in wall time, to two digits. Safe to read while it grows. */
public final class Lateness {
    private static final long MAX_NANOS = TimeUnit.HOURS.toNanos(1);

    /** All its memory from the beginning: to grow would make the message late that is just noted. */
    private final IntCountsHistogram histogram = new IntCountsHistogram(MAX_NANOS, 2);

    /** Adds a message; one that was early counts as on time. */
    public synchronized void add(long nanos) {
        histogram.recordValue(Math.max(0, Math.min(nanos, MAX_NANOS)));
    }

    /** How many messages there were. */
    public synchronized long count() {
        return histogram.getTotalCount();
    }

    /** The lateness that the given percentage of messages did not exceed. */
    public synchronized Duration percentile(double percent) {
        return Duration.ofNanos(histogram.getValueAtPercentile(percent));
    }

    public synchronized Duration max() {
        return Duration.ofNanos(histogram.getMaxValue());
    }

    /** What there is to say by now. */
    public synchronized Summary summary() {
        return new Summary(count(), percentile(50), percentile(99), max());
    }

    /**
     * Lateness in four numbers.
     *
     * @param count how many messages were published in time that passed by itself
     * @param median half of them were not later
     * @param p99 99 of 100 were not later
     * @param max none was later
     */
    public record Summary(long count, Duration median, Duration p99, Duration max) {}
}
