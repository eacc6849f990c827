package org.dimos.blueprint.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dimos.core.text.Nearest;

/** A module's {@code Config} record: its no-argument constructor, if there is one, gives the defaults. */
final class ConfigRecord {
    private final String module;
    private final Class<?> type;

    private ConfigRecord(String module, Class<?> type) {
        this.module = module;
        this.type = type;
    }

    static Optional<ConfigRecord> of(ModuleConfig module) {
        return type(module.type()).map(type -> new ConfigRecord(module.module(), type));
    }

    /** The nested {@code Config} record of a module's class, if it has one. */
    static Optional<Class<?>> type(Class<?> module) {
        return Stream.of(module.getDeclaredClasses())
                .filter(nested -> nested.isRecord() && nested.getSimpleName().equals("Config"))
                .findFirst();
    }

    List<String> fields() {
        return components().map(RecordComponent::getName).toList();
    }

    private Stream<RecordComponent> components() {
        return Arrays.stream(type.getRecordComponents());
    }

    /** The record, or empty if there were mistakes, which are added to the list. */
    Optional<Object> bind(List<Layer> layers, List<String> mistakes) {
        int before = mistakes.size();
        layers.forEach(layer -> checkFields(layer, mistakes));
        ObjectNode defaults = defaults();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            value(component, defaults, layers, mistakes).ifPresent(values::add);
        }
        return mistakes.size() > before ? Optional.empty() : construct(values.toArray(), mistakes);
    }

    private void checkFields(Layer layer, List<String> mistakes) {
        layer.values().fieldNames().forEachRemaining(field -> {
            if (!fields().contains(field)) {
                mistakes.add("module '" + module + "' has no field '" + field + "' (set by " + layer.source() + ")"
                        + Nearest.hint(field, fields()));
            }
        });
    }

    private Optional<Object> value(
            RecordComponent component, ObjectNode defaults, List<Layer> layers, List<String> mistakes) {
        String field = component.getName();
        Layer winner = new Layer("the defaults", defaults);
        for (Layer layer : layers) {
            winner = layer.values().has(field) ? layer : winner;
        }
        JsonNode node = winner.values().get(field);
        if (node == null) {
            mistakes.add("field '" + field + "' of module '" + module
                    + "' has no default and is not set; set it with --" + module + "." + field);
            return Optional.empty();
        }
        return convert(component, node, winner.source(), mistakes);
    }

    private Optional<Object> convert(RecordComponent component, JsonNode node, String source, List<String> mistakes) {
        JavaType target = ConfigValues.JSON.constructType(component.getGenericType());
        Optional<Object> value = converted(node, target);
        if (value.isEmpty()) {
            mistakes.add("field '" + component.getName() + "' of module '" + module + "' is set to " + node + " by "
                    + source + "; it takes a " + target.getRawClass().getSimpleName() + constants(target));
        }
        return value;
    }

    /** The value, or empty if it is of another type or null, which no field takes. */
    private static Optional<Object> converted(JsonNode node, JavaType target) {
        try {
            return Optional.ofNullable(ConfigValues.JSON.convertValue(understand(node, target), target));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String constants(JavaType target) {
        return target.isEnumType() ? ": " + Arrays.toString(target.getRawClass().getEnumConstants()) : "";
    }

    /** Text for a field that is no text may be JSON: a number, a list, an object. */
    private static JsonNode understand(JsonNode node, JavaType target) {
        if (!(node instanceof TextNode) || target.getRawClass() == String.class) {
            return node;
        }
        try {
            JsonNode parsed = ConfigValues.JSON.readTree(node.asText());
            return parsed.isMissingNode() ? node : parsed;
        } catch (JsonProcessingException e) {
            return node; // plain words, such as the name of an enum constant
        }
    }

    private ObjectNode defaults() {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return ConfigValues.of((Record) constructor.newInstance());
        } catch (NoSuchMethodException e) {
            return ConfigValues.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the defaults of " + type.getName() + " cannot be made", e);
        }
    }

    private Optional<Object> construct(Object[] values, List<String> mistakes) {
        Class<?>[] types = components().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException e) {
            mistakes.add("the configuration of module '" + module + "' is refused: "
                    + e.getTargetException().getMessage());
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be constructed", e);
        }
    }
}
