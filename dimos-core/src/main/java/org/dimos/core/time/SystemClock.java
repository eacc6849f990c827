package org.dimos.core.time;

import java.time.Instant;
import org.dimos.core.Clock;

/** Wall time with the resolution of {@link System#nanoTime()}; does not jump when the system's date is set. */
public final class SystemClock implements Clock {
    private final long offset;

    public SystemClock() {
        Instant now = Instant.now();
        offset = now.getEpochSecond() * 1_000_000_000L + now.getNano() - System.nanoTime();
    }

    @Override
    public long nanos() {
        return offset + System.nanoTime();
    }
}
