package org.dimos.cli;

import java.time.Duration;
import java.util.Optional;
import org.dimos.core.Clock;
import org.dimos.core.time.SystemClock;

/** Waits for Ctrl-C or the end of a duration, and looks at something meanwhile. */
final class BusWait {
    private final Clock clock = new SystemClock();
    private final long start = clock.nanos();
    private final End end;
    private final Optional<Duration> limit;

    BusWait(Interruption interruption, Optional<Duration> limit) {
        this.end = End.firstOf(interruption.requested());
        this.limit = limit;
    }

    /** How long it took so far. */
    long passedNanos() {
        return clock.nanos() - start;
    }

    /** Waits for a moment; false if that was the last one. */
    boolean next(Duration period) {
        long left = limit.map(length -> length.toNanos() - passedNanos()).orElse(Long.MAX_VALUE);
        if (left <= 0) {
            return false;
        }
        if (end.comesWithin(Duration.ofNanos(Math.min(left, period.toNanos())))) {
            return false;
        }
        return limit.isEmpty() || passedNanos() < limit.get().toNanos();
    }
}
