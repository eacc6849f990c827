package org.dimos.record.exports.mcap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dimos.core.array.Bytes;
import org.dimos.core.array.Doubles;
import org.dimos.core.array.Floats;
import org.dimos.core.array.Ints;
import org.dimos.core.array.Longs;
import org.dimos.core.array.Shorts;

/** Describes records as JSON Schema, so that a reader knows what there is to show and plot. */
final class JsonSchema {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DEEPEST = 8;
    private static final Map<Class<?>, Map<String, Object>> VALUES = Map.ofEntries(
            Map.entry(boolean.class, type("boolean")),
            Map.entry(byte.class, type("integer")),
            Map.entry(short.class, type("integer")),
            Map.entry(int.class, type("integer")),
            Map.entry(long.class, type("integer")),
            Map.entry(float.class, type("number")),
            Map.entry(double.class, type("number")),
            Map.entry(String.class, type("string")),
            Map.entry(Bytes.class, Map.of("type", "string", "contentEncoding", "base64")),
            Map.entry(Shorts.class, array(type("integer"))),
            Map.entry(Ints.class, array(type("integer"))),
            Map.entry(Longs.class, array(type("integer"))),
            Map.entry(Floats.class, array(type("number"))),
            Map.entry(Doubles.class, array(type("number"))));

    private JsonSchema() {}

    static byte[] of(Class<?> type) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(of(type, 0));
    }

    private static Map<String, Object> of(Type type, int depth) {
        Map<String, Object> value = VALUES.get(type);
        if (value != null) {
            return value;
        }
        if (type instanceof Class<?> record && record.isRecord() && depth < DEEPEST) {
            return record(record, depth);
        }
        boolean list = type instanceof ParameterizedType generic
                && Iterable.class.isAssignableFrom((Class<?>) generic.getRawType());
        return list ? array(of(((ParameterizedType) type).getActualTypeArguments()[0], depth + 1)) : Map.of();
    }

    private static Map<String, Object> record(Class<?> type, int depth) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.put(component.getName(), of(component.getGenericType(), depth + 1));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", type.getName());
        schema.put("type", "object");
        schema.put("properties", properties);
        return schema;
    }

    private static Map<String, Object> type(String name) {
        return Map.of("type", name);
    }

    private static Map<String, Object> array(Map<String, Object> items) {
        return Map.of("type", "array", "items", items);
    }
}
