package org.dimos.record.sqlite;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.Opaque;
import org.dimos.msgs.sensor.Image;
import org.dimos.record.Producer;
import org.dimos.record.RecordingException;
import org.dimos.record.StreamInfo;

/**
 * A stream to be written. Refuses, with a {@link RecordingException}, a name that no stream can have.
 *
 * @param name its name, namespace included
 * @param typeName the type outside this process
 * @param javaType the class of the payloads; {@link Opaque} for a type that is not known here
 * @param codec how payloads are encoded: {@code lcm}, {@code jpeg}, {@code json}, {@code text}, any of them after
 *     {@code lz4+}, {@code inline} for numbers, or any name for opaque bytes
 * @param producer who publishes the stream, if known
 */
public record StreamSpec(String name, String typeName, Class<?> javaType, String codec, Optional<Producer> producer) {
    static final String INLINE = "inline";

    public StreamSpec {
        requireNonNull(name, "name is null");
        requireNonNull(typeName, "typeName is null");
        requireNonNull(javaType, "javaType is null");
        requireNonNull(codec, "codec is null");
        requireNonNull(producer, "producer is null");
        StreamNames.check(name);
    }

    /**
     * A stream of messages of a class: a number, a boolean, a string, or any record.
     *
     * @throws RecordingException if payloads of the class cannot be stored
     */
    public static StreamSpec of(String name, Class<?> type) {
        if (PythonTypes.ofNumber(type).isPresent()) {
            return new StreamSpec(name, type.getName(), type, INLINE, Optional.empty());
        }
        if (type == String.class) {
            return new StreamSpec(name, type.getName(), type, PayloadCodecs.TEXT, Optional.empty());
        }
        try {
            MessageCodec<?> codec = MessageCodecs.of(type);
            return new StreamSpec(name, codec.typeName(), type, codec.codecId(), Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new RecordingException("stream '" + name + "' cannot be recorded: " + e.getMessage(), e);
        }
    }

    /** A stream of a type this program has no class for. */
    public static StreamSpec opaque(String name, String typeName, String codec) {
        return new StreamSpec(name, typeName, Opaque.class, codec, Optional.empty());
    }

    /** The same stream as in another recording. */
    public static StreamSpec of(StreamInfo info) {
        return new StreamSpec(
                info.name(), info.typeName(), info.payloadType().orElse(Opaque.class), info.codec(), info.producer());
    }

    /**
     * A stream as another file says it was recorded; empty if the class is not known here, or its payloads cannot be kept so.
     *
     * @param javaType the name of the payloads' class, which is not trusted
     */
    public static Optional<StreamSpec> restored(String name, String javaType, String codec) {
        try {
            return JavaTypes.find(javaType)
                    .map(type -> of(name, type))
                    .filter(spec -> spec.accepts(codec))
                    .map(spec -> spec.withCodec(codec));
        } catch (RecordingException e) {
            return Optional.empty();
        }
    }

    /**
     * Refuses what no stream can be called.
     *
     * @throws RecordingException if it is such a name
     */
    public static void checkName(String name) {
        StreamNames.check(name);
    }

    /** Whether there is a codec of that name, for payloads that are not opaque. */
    public static boolean isCodec(String codec) {
        return PayloadCodecs.isKnown(codec);
    }

    /** Whether payloads of this stream can be encoded so. */
    public boolean accepts(String other) {
        if (isInline() || other.equals(codec)) {
            return other.equals(codec);
        }
        String base = PayloadCodecs.base(other);
        boolean picture = javaType == Image.class && base.equals(PayloadCodecs.JPEG);
        return PayloadCodecs.isKnown(codec)
                && PayloadCodecs.isKnown(other)
                && (picture || base.equals(PayloadCodecs.base(codec)));
    }

    /**
     * The same, encoded otherwise.
     *
     * @throws RecordingException if payloads of this stream cannot be encoded so
     */
    public StreamSpec withCodec(String newCodec) {
        if (!accepts(newCodec)) {
            throw new RecordingException("stream '" + name + "' cannot be stored as " + Words.shown(newCodec) + "; "
                    + codec + " would be right, or lz4+" + codec);
        }
        return new StreamSpec(name, typeName, javaType, newCodec, producer);
    }

    /** The same under another name. */
    public StreamSpec withName(String newName) {
        return new StreamSpec(newName, typeName, javaType, codec, producer);
    }

    /** The same with the module that publishes it. */
    public StreamSpec withProducer(Producer newProducer) {
        return new StreamSpec(name, typeName, javaType, codec, Optional.of(newProducer));
    }

    /** Whether payloads are pictures that have lost details. */
    public boolean isJpeg() {
        return PayloadCodecs.base(codec).equals(PayloadCodecs.JPEG);
    }

    /** Whether payloads are numbers or booleans, kept in the row itself. */
    public boolean isInline() {
        return codec.equals(INLINE);
    }

    /**
     * What Python is told: its own class where it has one, a number, or else a pickled bytes object, which it can always
     * load.
     */
    StreamConfig config() {
        if (isInline()) {
            return new StreamConfig(PythonTypes.ofNumber(javaType).orElse(PythonTypes.BYTES), PayloadCodecs.PICKLE);
        }
        String base = PayloadCodecs.base(codec);
        boolean lcm = base.equals(PayloadCodecs.LCM) || base.equals(PayloadCodecs.JPEG);
        return PythonTypes.ofMessage(typeName)
                .filter(module -> lcm && PayloadCodecs.isKnown(codec))
                .map(module -> new StreamConfig(module, codec))
                .orElseGet(() -> new StreamConfig(PythonTypes.BYTES, PayloadCodecs.PICKLE));
    }

    /** Whether each payload is wrapped in a pickled bytes object. */
    boolean isWrapped() {
        return !isInline() && config().codecId().equals(PayloadCodecs.PICKLE);
    }
}
