package org.dimos.blueprint.config;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;

/** Values of configuration fields as JSON, each under the name of its record component. */
public final class ConfigValues {
    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private ConfigValues() {}

    /** No values. */
    public static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The values of all components of a record. */
    public static ObjectNode of(Record config) {
        ObjectNode values = empty();
        for (RecordComponent component : config.getClass().getRecordComponents()) {
            JsonNode value = JSON.valueToTree(read(config, component));
            values.set(component.getName(), value);
        }
        return values;
    }

    /** One value. */
    public static ObjectNode of(String field, Object value) {
        ObjectNode values = empty();
        JsonNode node = JSON.valueToTree(value);
        values.set(field, node);
        return values;
    }

    private static Object read(Record config, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(config);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("component '" + component.getName() + "' cannot be read", e);
        }
    }
}
