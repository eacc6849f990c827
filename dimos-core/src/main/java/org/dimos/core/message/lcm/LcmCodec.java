package org.dimos.core.message.lcm;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageFormatException;
import org.dimos.core.message.Stamped;

/**
 * The LCM encoding of one record class: eight bytes of fingerprint, then the fields, big-endian and without padding.
 * Make one with {@link #of}; it holds what reflection found out, so keep it.
 *
 * @param <T> the record class, which has an {@link org.dimos.core.message.LcmType}
 */
public final class LcmCodec<T> implements MessageCodec<T> {
    private static final int FINGERPRINT_SIZE = Long.BYTES;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Class<T> type;
    private final Struct struct;
    private final long fingerprint;
    private final OptionalInt stampOffset;

    private LcmCodec(Class<T> type, Struct struct) {
        this.type = type;
        this.struct = struct;
        this.fingerprint = struct.fingerprint();
        this.stampOffset = Stamped.class.isAssignableFrom(type) ? StampOffset.of(type) : OptionalInt.empty();
    }

    /**
     * The codec of a record class.
     *
     * @throws IllegalArgumentException if the class has a component that LCM cannot express; the message names it
     */
    public static <T> LcmCodec<T> of(Class<T> type) {
        return new LcmCodec<>(type, Struct.of(type));
    }

    /** The first eight bytes of every message of this type; types with the same fields have the same one. */
    public long fingerprint() {
        return fingerprint;
    }

    /** Whether an encoded message begins as one of this type does. */
    public boolean fits(Bytes data) {
        return data.length() >= FINGERPRINT_SIZE && data.asBuffer().getLong() == fingerprint;
    }

    /**
     * The stamp of an encoded message, without decoding it: nanoseconds since the epoch, or 0 where there is none. Says
     * what the decoded message would.
     */
    public long stampNanos(Bytes data) {
        if (!Stamped.class.isAssignableFrom(type)) {
            return 0;
        }
        if (stampOffset.isEmpty()) {
            return decode(data) instanceof Stamped stamped ? stamped.stampNanos() : 0;
        }
        int at = FINGERPRINT_SIZE + stampOffset.getAsInt();
        if (data.length() < at + 2 * Integer.BYTES) {
            return 0;
        }
        ByteBuffer buffer = data.asBuffer();
        long seconds = buffer.getInt(at);
        return seconds == 0 ? 0 : seconds * NANOS_PER_SECOND + buffer.getInt(at + Integer.BYTES);
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public String typeName() {
        return struct.name();
    }

    @Override
    public String codecId() {
        return "lcm";
    }

    /** Exact for messages whose texts are all ASCII. */
    @Override
    public int estimateSize(T message) {
        try {
            return FINGERPRINT_SIZE + struct.size(message);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    @Override
    public Bytes encode(T message) {
        try {
            LcmWriter out = new LcmWriter(FINGERPRINT_SIZE + struct.size(message));
            out.room(FINGERPRINT_SIZE).putLong(fingerprint);
            struct.write(message, out);
            return out.toBytes();
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    @Override
    public T decode(Bytes data) {
        LcmReader in = new LcmReader(struct.name(), data);
        checkFingerprint(in);
        try {
            T message = type.cast(struct.read(in));
            in.requireEnd();
            return message;
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    private void checkFingerprint(LcmReader in) {
        ByteBuffer buffer = in.buffer();
        if (buffer.remaining() < FINGERPRINT_SIZE) {
            throw in.refuse("a message has at least " + FINGERPRINT_SIZE + " bytes, here are " + buffer.remaining());
        }
        long found = buffer.getLong();
        if (found != fingerprint) {
            HexFormat hex = HexFormat.of();
            throw in.refuse(
                    "its fingerprint is " + hex.toHexDigits(found) + " instead of " + hex.toHexDigits(fingerprint));
        }
    }

    /** Method handles may throw anything; accessors and constructors of records throw nothing checked. */
    private static RuntimeException unchecked(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException runtime ? runtime : new MessageFormatException(String.valueOf(e), e);
    }

    @Override
    public String toString() {
        return "LCM codec of " + typeName();
    }
}
