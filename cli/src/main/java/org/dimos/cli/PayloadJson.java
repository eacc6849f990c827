package org.dimos.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.dimos.core.array.Bytes;
import org.dimos.core.array.Doubles;
import org.dimos.core.array.Floats;
import org.dimos.core.array.Ints;
import org.dimos.core.array.Longs;
import org.dimos.core.array.Shorts;
import org.dimos.core.message.Opaque;
import org.dimos.record.RecordingException;

/** Payloads as JSON: messages by the names of their fields, and long arrays by their lengths unless all is wanted. */
final class PayloadJson {
    private static final int SHORT_ARRAY = 64;

    private final ObjectMapper mapper = new ObjectMapper();
    private final boolean full;

    PayloadJson(boolean full) {
        this.full = full;
        SimpleModule arrays = new SimpleModule();
        array(arrays, Floats.class, Floats::length, Floats::toArray);
        array(arrays, Doubles.class, Doubles::length, Doubles::toArray);
        array(arrays, Ints.class, Ints::length, Ints::toArray);
        array(arrays, Longs.class, Longs::length, Longs::toArray);
        array(arrays, Shorts.class, Shorts::length, Shorts::toArray);
        array(arrays, Bytes.class, Bytes::length, Bytes::toArray);
        arrays.addSerializer(Opaque.class, new OpaqueJson());
        mapper.registerModule(arrays);
    }

    /** One line of JSON; bytes are written in base 64. */
    String of(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new RecordingException("a payload cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The same without the header, whose stamp and frame say little beside the time. */
    String withoutHeader(Object message) {
        JsonNode tree = mapper.valueToTree(message);
        if (tree instanceof ObjectNode object) {
            object.remove("header");
        }
        return of(tree);
    }

    private <A> void array(SimpleModule module, Class<A> type, ToIntFunction<A> length, Function<A, Object> plain) {
        module.addSerializer(type, new ArrayJson<>(length, plain, full));
    }

    private static final class ArrayJson<A> extends JsonSerializer<A> {
        private final ToIntFunction<A> length;
        private final Function<A, Object> plain;
        private final boolean full;

        ArrayJson(ToIntFunction<A> length, Function<A, Object> plain, boolean full) {
            this.length = length;
            this.plain = plain;
            this.full = full;
        }

        @Override
        public void serialize(A array, JsonGenerator json, SerializerProvider serializers) throws IOException {
            int size = length.applyAsInt(array);
            if (full || size <= SHORT_ARRAY) {
                serializers.defaultSerializeValue(plain.apply(array), json);
            } else {
                json.writeStartObject();
                json.writeNumberField("length", size);
                json.writeEndObject();
            }
        }
    }

    /** What is not known here is told by its type and its bytes. */
    private static final class OpaqueJson extends JsonSerializer<Opaque> {
        @Override
        public void serialize(Opaque opaque, JsonGenerator json, SerializerProvider serializers) throws IOException {
            json.writeStartObject();
            json.writeStringField("type", opaque.typeName());
            json.writeStringField("codec", opaque.encoded().codec());
            serializers.defaultSerializeField("data", opaque.encoded().data(), json);
            json.writeEndObject();
        }
    }
}
