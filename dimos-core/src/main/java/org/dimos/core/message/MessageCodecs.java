package org.dimos.core.message;

import java.util.List;
import java.util.Optional;
import org.dimos.core.message.lcm.LcmCodec;

/** Finds the codec of a message type. Codecs are made when first asked for, and kept. */
public final class MessageCodecs {
    private static final ClassValue<MessageCodec<?>> CODECS = new ClassValue<>() {
        @Override
        protected MessageCodec<?> computeValue(Class<?> type) {
            return make(type);
        }
    };

    private MessageCodecs() {}

    /**
     * The codec of a record class: LCM if it has an {@link LcmType}, else JSON.
     *
     * @throws IllegalArgumentException if the class is no record, or has a component that cannot be encoded
     */
    @SuppressWarnings("unchecked") // make(type) returns a codec of just that type
    public static <T> MessageCodec<T> of(Class<T> type) {
        return (MessageCodec<T>) CODECS.get(type);
    }

    /** The codec of a standard message type such as {@code sensor_msgs.Image}. */
    public static Optional<MessageCodec<?>> byTypeName(String typeName) {
        return StandardMessages.byTypeName(typeName).map(entry -> of(entry.load()));
    }

    /**
     * The codec of the standard message type with a fingerprint, which is what the first eight bytes of an LCM message
     * are, big-endian. Types with the same fields have the same fingerprint, such as twists and accelerations: of these
     * the preferred one is taken, if it is among them.
     */
    public static Optional<MessageCodec<?>> byFingerprint(long fingerprint, String preferredTypeName) {
        List<StandardMessages.Entry> entries = StandardMessages.byFingerprint(fingerprint);
        return entries.stream()
                .filter(entry -> entry.typeName().equals(preferredTypeName))
                .findFirst()
                .or(() -> entries.stream().findFirst())
                .map(entry -> of(entry.load()));
    }

    /** What a type is called outside of this process: its LCM name, or the name of the Java class. */
    public static String typeName(Class<?> type) {
        LcmType named = type.getAnnotation(LcmType.class);
        return named == null ? type.getName() : named.value();
    }

    /** The names of all standard message types, sorted. */
    public static List<String> standardTypeNames() {
        return StandardMessages.typeNames();
    }

    private static MessageCodec<?> make(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is no record; messages are immutable records");
        }
        if (type == Opaque.class) {
            throw new IllegalArgumentException("an Opaque message has no codec: its bytes are its encoded form");
        }
        return type.isAnnotationPresent(LcmType.class) ? LcmCodec.of(type) : JsonCodec.of(type);
    }
}
