package org.dimos.benchmarks.workload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.dimos.core.Clock;
import org.dimos.core.array.Bytes;
import org.dimos.core.bus.Envelope;
import org.dimos.core.message.Encoded;

/**
 * What goes wrong during a recording: after a third of the time the encoder stands still for a second, whatever message it
 * has in hand; after two thirds another process locks the database for a second.
 */
public final class Hindrance {
    private static final Duration LENGTH = Duration.ofSeconds(1);

    private final Path file;
    private final Clock clock;
    private final long stallFrom;
    private final long lockAt;
    private final Set<String> slowed = new HashSet<>();
    private volatile long stallUntil;
    private boolean stalling;
    private boolean locked;

    private Hindrance(Path file, Clock clock, long stallFrom, long lockAt) {
        this.file = file;
        this.clock = clock;
        this.stallFrom = stallFrom;
        this.lockAt = lockAt;
    }

    /** Nothing goes wrong. */
    public static Hindrance none(Clock clock) {
        return new Hindrance(Path.of(""), clock, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** Both, in a recording of that length. */
    public static Hindrance stallAndLock(Path file, Clock clock, Duration time) {
        return new Hindrance(file, clock, time.toNanos() / 3, time.toNanos() * 2 / 3);
    }

    void at(long elapsedNanos) {
        stalling = elapsedNanos >= stallFrom && elapsedNanos < stallFrom + LENGTH.toNanos();
        if (elapsedNanos >= lockAt && !locked) {
            locked = true;
            ForeignLock.hold(file, LENGTH);
        }
    }

    /** Whether the next message of a stream is one that stalls its encoder: the first of each stream in that second. */
    boolean slows(String stream) {
        return stalling && slowed.add(stream);
    }

    /** A message in bytes that cannot be stored as they are, and that take until the end of the stall to be decoded. */
    <T> Envelope<T> slow(T message, long now) {
        if (stallUntil == 0) {
            stallUntil = now + LENGTH.toNanos();
        }
        return Envelope.encoded(new Encoded("slow", Bytes.wrap(new byte[16])), () -> wait(message), now, now);
    }

    private <T> T wait(T message) {
        for (long left = stallUntil - clock.nanos(); left > 0; left = stallUntil - clock.nanos()) {
            LockSupport.parkNanos(left);
        }
        return message;
    }
}
