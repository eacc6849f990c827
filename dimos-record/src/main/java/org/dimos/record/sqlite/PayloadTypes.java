package org.dimos.record.sqlite;

import java.util.Optional;
import java.util.function.Supplier;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.record.RecordingException;

/**
 * Finds out what the payloads of a stream are: by the fingerprint of the first one, because a recording may name a
 * robot's own Python class whose bytes are a plain message, then by the name in the file.
 */
final class PayloadTypes {
    private static final int FINGERPRINT_BYTES = 8;

    private PayloadTypes() {}

    /** How to read a stream; {@code first} gives its first payload, if there is one. */
    static PayloadReader reader(StreamEntry entry, Supplier<Optional<Bytes>> first) {
        StreamConfig config = entry.config();
        Optional<StreamEntry.JavaNotes> notes = entry.javaNotes();
        boolean wrapped = config.codecId().equals(PayloadCodecs.PICKLE)
                && config.payloadModule().equals(PythonTypes.BYTES)
                && notes.isPresent();
        String codec = wrapped ? notes.orElseThrow().encoding() : config.codecId();
        String named = notes.map(StreamEntry.JavaNotes::typeName)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> PythonTypes.typeName(config.payloadModule()));
        Optional<Class<?>> javaType = notes.flatMap(known -> JavaTypes.find(known.javaType()));
        if (PythonTypes.numberClass(config.payloadModule()).isPresent()) {
            return number(entry, javaType, named);
        }
        Optional<MessageCodec<?>> message = PayloadCodecs.isKnown(codec)
                ? messageCodec(codec, named, javaType, () -> fingerprint(first.get(), codec, wrapped))
                : Optional.empty();
        boolean text = PayloadCodecs.base(codec).equals(PayloadCodecs.TEXT);
        Optional<Class<?>> type = text ? Optional.of(String.class) : message.map(MessageCodec::type);
        String typeName = message.<String>map(MessageCodec::typeName).orElse(named);
        return new PayloadReader(entry.name(), typeName, type, codec, wrapped, message);
    }

    private static PayloadReader number(StreamEntry entry, Optional<Class<?>> javaType, String named) {
        Optional<Class<?>> type =
                javaType.or(() -> PythonTypes.numberClass(entry.config().payloadModule()));
        return new PayloadReader(entry.name(), named, type, "inline", false, Optional.empty());
    }

    private static Optional<MessageCodec<?>> messageCodec(
            String codec, String named, Optional<Class<?>> javaType, Supplier<Optional<Long>> fingerprint) {
        Optional<MessageCodec<?>> own = javaType.filter(Class::isRecord).flatMap(PayloadTypes::codecOf);
        return switch (PayloadCodecs.base(codec)) {
            case PayloadCodecs.JSON -> own;
            case PayloadCodecs.LCM, PayloadCodecs.JPEG ->
                own.filter(known -> known.typeName().equals(named))
                        .or(() -> fingerprint.get().flatMap(value -> MessageCodecs.byFingerprint(value, named)))
                        .or(() -> MessageCodecs.byTypeName(named));
            default -> Optional.empty();
        };
    }

    private static Optional<MessageCodec<?>> codecOf(Class<?> type) {
        try {
            return Optional.of(MessageCodecs.of(type));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> fingerprint(Optional<Bytes> stored, String codec, boolean wrapped) {
        Optional<Bytes> data = wrapped ? stored.flatMap(PickledBytes::unwrap) : stored;
        try {
            return data.map(bytes -> PayloadCodecs.head(new Encoded(codec, bytes), FINGERPRINT_BYTES))
                    .filter(head -> head.length() == FINGERPRINT_BYTES)
                    .map(head -> head.asBuffer().getLong());
        } catch (RecordingException e) {
            return Optional.empty();
        }
    }
}
