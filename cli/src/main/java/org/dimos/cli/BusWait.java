package org.dimos.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dimos.core.Clock;
import org.dimos.core.time.SystemClock;

/** Waits for Ctrl-C or the end of a duration, and looks at something meanwhile. */
final class BusWait {
    private final Clock clock = new SystemClock();
    private final long start = clock.nanos();
    private final Interruption interruption;
    private final Optional<Duration> limit;

    BusWait(Interruption interruption, Optional<Duration> limit) {
        this.interruption = interruption;
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
        try {
            interruption.requested().toCompletableFuture().get(Math.min(left, period.toNanos()), TimeUnit.NANOSECONDS);
            return false;
        } catch (TimeoutException e) {
            return limit.isEmpty() || passedNanos() < limit.get().toNanos();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }
}
