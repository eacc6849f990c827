package org.dimos.core.bus;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.Stamped;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way, with what is known about it beside its content. One that came in encoded form is decoded when
 * the first receiver asks, once, and keeps its bytes so that a recorder can store them as they are. Immutable to its
 * users and safe to share between threads.
 *
 * @param <T> the type of the message
 */
public final class Envelope<T> {
    private final long timestampNanos;
    private final long receptionNanos;
    private final @Nullable Encoded encoded;
    private final @Nullable Origin origin;
    private @Nullable Supplier<? extends T> decoder;
    private volatile @Nullable T payload;

    private Envelope(
            @Nullable T payload,
            @Nullable Supplier<? extends T> decoder,
            @Nullable Encoded encoded,
            @Nullable Origin origin,
            long timestampNanos,
            long receptionNanos) {
        this.payload = payload;
        this.origin = origin;
        this.decoder = decoder;
        this.encoded = encoded;
        this.timestampNanos = timestampNanos;
        this.receptionNanos = receptionNanos;
    }

    /** A message just published; its time is its own stamp, or the time of reception where it has none. */
    public static <T> Envelope<T> published(T payload, long receptionNanos) {
        long own = payload instanceof Stamped stamped ? stamped.stampNanos() : 0;
        return new Envelope<>(payload, null, null, null, own != 0 ? own : receptionNanos, receptionNanos);
    }

    /** A message with a time given from outside. */
    public static <T> Envelope<T> at(T payload, long timestampNanos, long receptionNanos) {
        return new Envelope<>(payload, null, null, null, timestampNanos, receptionNanos);
    }

    /** A message in encoded form; {@code decoder} is asked at most once for its content. */
    public static <T> Envelope<T> encoded(
            Encoded encoded, Supplier<? extends T> decoder, long timestampNanos, long receptionNanos) {
        return new Envelope<>(null, decoder, encoded, null, timestampNanos, receptionNanos);
    }

    /** A message in encoded form that somebody else has made; it may not be what it says. */
    public static <T> Envelope<T> foreign(
            Encoded encoded, Supplier<? extends T> decoder, Origin origin, long timestampNanos, long receptionNanos) {
        return new Envelope<>(null, decoder, encoded, origin, timestampNanos, receptionNanos);
    }

    /** Nanoseconds since the epoch: when what the message tells was true. */
    public long timestampNanos() {
        return timestampNanos;
    }

    /** Nanoseconds since the epoch: when the message came in. */
    public long receptionNanos() {
        return receptionNanos;
    }

    /** The bytes the message came in, or null if it was published as an object. */
    public @Nullable Encoded encoded() {
        return encoded;
    }

    /** Who brought the message in from outside of the process, or null if it was made here. */
    public @Nullable Origin origin() {
        return origin;
    }

    /**
     * The message.
     *
     * @throws RuntimeException if its bytes cannot be decoded
     */
    public T payload() {
        T known = payload;
        return known != null ? known : decode();
    }

    private synchronized T decode() {
        T known = payload;
        if (known == null) {
            known = requireNonNull(decoder, "decoder is null").get();
            payload = known;
            decoder = null;
        }
        return known;
    }
}
