package org.dimos.record;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Supplier;
import org.dimos.core.bus.Envelope;
import org.dimos.core.message.Encoded;
import org.dimos.msgs.geometry.Pose;
import org.jspecify.annotations.Nullable;

/**
 * One stored message. Immutable; its payload and tags are decoded when first asked for, and a payload nobody asks for
 * travels as the bytes it was stored in. Safe to share between threads.
 *
 * @param <T> the type of the payload
 */
public final class Observation<T> {
    private final long id;
    private final String stream;
    private final long timestampNanos;
    private final long receptionNanos;
    private final @Nullable Pose pose;
    private final Tags tags;
    private final @Nullable Encoded encoded;
    private final Lazy<? extends T> payload;

    private Observation(
            long id,
            String stream,
            long timestampNanos,
            long receptionNanos,
            @Nullable Pose pose,
            Tags tags,
            @Nullable Encoded encoded,
            Lazy<? extends T> payload) {
        this.id = id;
        this.stream = requireNonNull(stream, "stream is null");
        this.timestampNanos = timestampNanos;
        this.receptionNanos = receptionNanos;
        this.pose = pose;
        this.tags = tags;
        this.encoded = encoded;
        this.payload = payload;
    }

    /** A new observation, not stored yet. */
    public static <T> Observation<T> of(String stream, long timestampNanos, long receptionNanos, T payload) {
        return new Observation<>(0, stream, timestampNanos, receptionNanos, null, Tags.none(), null, Lazy.of(payload));
    }

    /** A new observation from bytes; {@code decoder} is asked at most once for the payload. */
    public static <T> Observation<T> encoded(
            String stream, long timestampNanos, long receptionNanos, Encoded encoded, Supplier<? extends T> decoder) {
        return new Observation<>(
                0, stream, timestampNanos, receptionNanos, null, Tags.none(), encoded, new Lazy<>(decoder));
    }

    /** The same with the row's id, which is unique in its stream. */
    public Observation<T> withId(long newId) {
        return new Observation<>(newId, stream, timestampNanos, receptionNanos, pose, tags, encoded, payload);
    }

    /** The same under another stream's name. */
    public Observation<T> withStream(String newStream) {
        return new Observation<>(id, newStream, timestampNanos, receptionNanos, pose, tags, encoded, payload);
    }

    /** The same at another time. A stamp inside the payload stays as it is. */
    public Observation<T> withTimestamp(long newTimestampNanos) {
        return new Observation<>(id, stream, newTimestampNanos, receptionNanos, pose, tags, encoded, payload);
    }

    /** The same with the robot's pose at its time. */
    public Observation<T> withPose(Pose newPose) {
        return new Observation<>(id, stream, timestampNanos, receptionNanos, newPose, tags, encoded, payload);
    }

    /** The same with other tags. */
    public Observation<T> withTags(Tags newTags) {
        return new Observation<>(id, stream, timestampNanos, receptionNanos, pose, newTags, encoded, payload);
    }

    /** The same with another payload, which has no bytes yet. */
    public <R> Observation<R> withPayload(R newPayload) {
        return new Observation<>(id, stream, timestampNanos, receptionNanos, pose, tags, null, Lazy.of(newPayload));
    }

    /** Number of the row in its stream, in the order of arrival; 0 for one that is not stored. */
    public long id() {
        return id;
    }

    public String stream() {
        return stream;
    }

    /** Nanoseconds since the epoch: the message's own stamp, or its reception where it has none. */
    public long timestampNanos() {
        return timestampNanos;
    }

    /** Nanoseconds since the epoch: the wall clock when the message came in; its timestamp where that is not known. */
    public long receptionNanos() {
        return receptionNanos;
    }

    /** The robot's pose in the root frame at that time, where the recording has one. */
    public Optional<Pose> pose() {
        return Optional.ofNullable(pose);
    }

    /** What was noted beside the message. */
    public Tags tags() {
        return tags;
    }

    /** The bytes the payload was stored in; empty for numbers and for payloads made by an operator. */
    public Optional<Encoded> encoded() {
        return Optional.ofNullable(encoded);
    }

    /** Size of the payload as it is stored; 8 for numbers and for payloads made by an operator. */
    public int storedBytes() {
        return encoded == null ? Long.BYTES : encoded.data().length();
    }

    /**
     * The message.
     *
     * @throws RecordingException if its bytes cannot be decoded
     */
    public T payload() {
        return payload.get();
    }

    /** The message as it is published: its bytes are passed on and decoded only when someone asks. */
    public Envelope<T> toEnvelope() {
        return encoded == null
                ? Envelope.at(payload(), timestampNanos, receptionNanos)
                : Envelope.encoded(encoded, payload::get, timestampNanos, receptionNanos);
    }

    @Override
    public String toString() {
        return stream + " #" + id + " at " + timestampNanos + " ns";
    }
}
