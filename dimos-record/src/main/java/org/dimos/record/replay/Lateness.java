package org.dimos.record.replay;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AtomicHistogram;

/** How late messages were published, in wall time, to three digits. Safe to read while it grows. */
public final class Lateness {
    private static final long MAX_NANOS = TimeUnit.HOURS.toNanos(1);

    private final AtomicHistogram histogram = new AtomicHistogram(MAX_NANOS, 3);

    /** Adds a message; one that was early counts as on time. */
    public void add(long nanos) {
        histogram.recordValue(Math.max(0, Math.min(nanos, MAX_NANOS)));
    }

    /** How many messages there were. */
    public long count() {
        return histogram.getTotalCount();
    }

    /** The lateness that the given percentage of messages did not exceed. */
    public Duration percentile(double percent) {
        return Duration.ofNanos(histogram.getValueAtPercentile(percent));
    }

    public Duration max() {
        return Duration.ofNanos(histogram.getMaxValue());
    }
}
