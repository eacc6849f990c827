package org.dimos.core.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Objects;
import org.dimos.core.array.Bytes;

/**
 * Records as JSON, for messages that stay among Java programs: one property per component, none missing, none unknown,
 * none null. The size is estimated by the last message.
 */
final class JsonCodec<T> implements MessageCodec<T> {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JsonTypes())
            .accessorNaming(new JsonComponents())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int FIRST_ESTIMATE = 256;

    private final Class<T> type;
    private final JavaType javaType;
    private volatile int lastSize = FIRST_ESTIMATE;

    private JsonCodec(Class<T> type) {
        this.type = type;
        this.javaType = MAPPER.constructType(type);
    }

    static <T> JsonCodec<T> of(Class<T> type) {
        return new JsonCodec<>(type);
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public String typeName() {
        return type.getName();
    }

    @Override
    public String codecId() {
        return "json";
    }

    @Override
    public int estimateSize(T message) {
        return lastSize;
    }

    @Override
    public Bytes encode(T message) {
        try {
            byte[] json = MAPPER.writerFor(javaType).writeValueAsBytes(message);
            lastSize = json.length;
            return Bytes.wrap(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a " + typeName() + " cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public T decode(Bytes data) {
        try {
            T message = MAPPER.readerFor(javaType).readValue(data.toArray());
            return Objects.requireNonNull(message, "it is null");
        } catch (JsonProcessingException e) {
            throw refuse(e.getOriginalMessage(), e);
        } catch (IOException | RuntimeException e) {
            throw refuse(String.valueOf(e.getMessage()), e);
        }
    }

    private MessageFormatException refuse(String why, Exception cause) {
        return new MessageFormatException("not the JSON of a " + typeName() + ": " + why, cause);
    }

    @Override
    public String toString() {
        return "JSON codec of " + typeName();
    }
}
