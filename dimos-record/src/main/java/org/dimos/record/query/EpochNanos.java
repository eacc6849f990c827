package org.dimos.record.query;

import java.time.Duration;
import java.time.Instant;
import org.dimos.record.RecordingException;

/** Times as users give them, in nanoseconds; what a {@code long} cannot hold is as far away as it can say. */
final class EpochNanos {
    private static final Instant LATEST = Instant.ofEpochSecond(0, Long.MAX_VALUE);
    private static final Instant EARLIEST = Instant.ofEpochSecond(0, Long.MIN_VALUE);

    private EpochNanos() {}

    static long of(Instant time) {
        if (time.isAfter(LATEST)) {
            return Long.MAX_VALUE;
        }
        return time.isBefore(EARLIEST)
                ? Long.MIN_VALUE
                : Duration.between(Instant.EPOCH, time).toNanos();
    }

    /** A time later, where there is one. */
    static long plus(long nanos, long more) {
        long sum = nanos + more;
        boolean overflown = ((nanos ^ sum) & (more ^ sum)) < 0;
        return overflown ? (more > 0 ? Long.MAX_VALUE : Long.MIN_VALUE) : sum;
    }

    /** A length of time that is not negative. */
    static long length(String what, Duration length) {
        if (length.isNegative()) {
            throw new RecordingException(what + " of " + length.toMillis() / 1000.0 + " s: it must not be negative");
        }
        return length.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0 ? Long.MAX_VALUE : length.toNanos();
    }
}
