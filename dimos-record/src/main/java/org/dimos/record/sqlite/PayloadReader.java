package org.dimos.record.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.Opaque;
import org.dimos.record.RecordingException;
import org.jspecify.annotations.Nullable;

/**
 * Makes payloads of what a stream stores.
 *
 * @param stream the name of the stream, for errors
 * @param typeName the type outside this process
 * @param type the class of the payloads; empty for a type that is not known here
 * @param codec how the bytes are encoded
 * @param wrapped whether each is wrapped in a pickled bytes object
 * @param messageCodec the codec of a known type that is a message
 */
record PayloadReader(
        String stream,
        String typeName,
        Optional<Class<?>> type,
        String codec,
        boolean wrapped,
        Optional<MessageCodec<?>> messageCodec) {

    /** The stored bytes as they would travel. */
    Encoded encoded(long id, Bytes stored) {
        if (!wrapped) {
            return new Encoded(codec, stored);
        }
        return new Encoded(
                codec,
                PickledBytes.unwrap(stored)
                        .orElseThrow(() -> broken(id, "it is a pickle of something else than bytes", null)));
    }

    /** Decodes when asked. */
    Supplier<Object> payload(long id, Encoded encoded) {
        return () -> decode(id, encoded);
    }

    private Object decode(long id, Encoded encoded) {
        if (type.isEmpty()) {
            return new Opaque(typeName, encoded);
        }
        try {
            Encoded plain = PayloadCodecs.unpack(encoded);
            return messageCodec.isPresent()
                    ? messageCodec.get().decode(plain.data())
                    : new String(plain.data().toArray(), StandardCharsets.UTF_8);
        } catch (RuntimeException e) {
            throw broken(id, String.valueOf(e.getMessage()), e);
        }
    }

    private RecordingException broken(long id, String why, @Nullable Throwable cause) {
        String message = "message " + id + " of stream '" + stream + "' is no " + typeName + ": " + why;
        return cause == null ? new RecordingException(message) : new RecordingException(message, cause);
    }
}
