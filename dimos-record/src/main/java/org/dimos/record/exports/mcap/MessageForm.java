package org.dimos.record.exports.mcap;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.Opaque;
import org.dimos.record.Observation;
import org.dimos.record.replay.StreamView;
import org.dimos.record.ros.LayoutException;
import org.dimos.record.ros.Ros2Encoder;
import org.dimos.record.ros.StandIn;
import org.dimos.record.sqlite.PayloadCodecs;

/**
 * What the messages of a stream become in a file.
 *
 * @param schemaName the name of their type there
 * @param schemaEncoding the language in which the type is defined; empty if it is not
 * @param schema the definition
 * @param encoding how messages are encoded
 * @param encoder makes a message of an observation
 */
record MessageForm(String schemaName, String schemaEncoding, Bytes schema, String encoding, Encoder encoder) {

    /** Makes a message of an observation. */
    interface Encoder {
        Ros2Encoder.Encoded encode(Observation<?> observation);
    }

    /** Types of ROS 2 where there is one, JSON for other records, the bytes as they are for what is not known here. */
    static MessageForm of(StreamView stream) {
        Optional<Class<?>> type = stream.type().filter(known -> known != Opaque.class);
        if (type.isEmpty()) {
            return bytes(stream.source().typeName(), stream.source().codec());
        }
        StandIn standIn = StandIn.of(type.get(), stream.source().codec());
        try {
            return standIn.message().isAnnotationPresent(LcmType.class) ? ros2(standIn) : json(type.get());
        } catch (LayoutException e) {
            return lcm(type.get());
        }
    }

    private static MessageForm ros2(StandIn standIn) throws LayoutException {
        Ros2Encoder encoder = Ros2Encoder.of(standIn.message());
        return new MessageForm(
                encoder.typeName(),
                "ros2msg",
                Bytes.wrap(encoder.definition().getBytes(StandardCharsets.UTF_8)),
                "cdr",
                observation -> encoder.encode(standIn.to().apply(observation.payload())));
    }

    private static MessageForm json(Class<?> type) {
        try {
            MessageCodec<?> codec = MessageCodecs.of(type);
            return new MessageForm(
                    codec.typeName(),
                    "jsonschema",
                    Bytes.wrap(JsonSchema.of(type)),
                    "json",
                    observation -> encode(codec, observation));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a record that ROS 2 cannot express, such as one that contains itself. */
    private static MessageForm lcm(Class<?> type) {
        MessageCodec<?> codec = MessageCodecs.of(type);
        return new MessageForm(codec.typeName(), "", Bytes.empty(), "lcm", observation -> encode(codec, observation));
    }

    private static MessageForm bytes(String typeName, String codec) {
        String plain = PayloadCodecs.base(codec).replaceFirst("^bag-", "");
        return new MessageForm(typeName, "", Bytes.empty(), plain, observation -> {
            Opaque opaque = (Opaque) observation.payload();
            return message(PayloadCodecs.unpack(opaque.encoded()).data());
        });
    }

    private static <T> Ros2Encoder.Encoded encode(MessageCodec<T> codec, Observation<?> observation) {
        return message(codec.encode(codec.type().cast(observation.payload())));
    }

    private static Ros2Encoder.Encoded message(Bytes data) {
        return new Ros2Encoder.Encoded(data, 0);
    }
}
