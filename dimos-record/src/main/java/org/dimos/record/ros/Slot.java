package org.dimos.record.ros;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import org.dimos.core.message.LcmField;
import org.dimos.core.message.LcmType;

/**
 * A component of a message record, seen as a field of a message.
 *
 * @param raw the component's class
 * @param element the class of a value: for a list, that of its elements
 */
record Slot(String name, Class<?> raw, Class<?> element, int index, int fixedSize) {
    private static final Map<Class<?>, Primitive> PRIMITIVES = Map.of(
            boolean.class, Primitive.BOOL,
            byte.class, Primitive.INT8,
            short.class, Primitive.INT16,
            int.class, Primitive.INT32,
            long.class, Primitive.INT64,
            float.class, Primitive.FLOAT32,
            double.class, Primitive.FLOAT64,
            String.class, Primitive.STRING);

    static Slot of(RecordComponent component, int index) {
        LcmField annotation = component.getAnnotation(LcmField.class);
        boolean named = annotation != null && !annotation.name().isEmpty();
        return new Slot(
                named ? annotation.name() : component.getName(),
                component.getType(),
                elementOf(component),
                index,
                annotation == null ? 0 : annotation.size());
    }

    private static Class<?> elementOf(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType type
                        && type.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : component.getType();
    }

    boolean isList() {
        return raw != element;
    }

    Count count() {
        if (!isList() && ArrayReaders.element(raw).isEmpty()) {
            return Count.ONE;
        }
        return fixedSize > 0 ? Count.exactly(fixedSize) : Count.ANY;
    }

    /** The primitive that a value is, or the elements of an array are; empty for a record. */
    Optional<Primitive> primitive() {
        return Optional.ofNullable(PRIMITIVES.get(element)).or(() -> ArrayReaders.element(element));
    }

    /** ROS 2 headers have no sequence number. */
    boolean mayBeMissing(Class<?> owner) {
        LcmType type = owner.getAnnotation(LcmType.class);
        return type != null && type.value().equals("std_msgs.Header") && name.equals("seq");
    }
}
