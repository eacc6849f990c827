package org.dimos.core.message.lcm;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dimos.core.message.LcmField;
import org.jspecify.annotations.Nullable;

/** Makes the field of one record component. */
final class FieldBuilder {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");
    private static final String POSSIBLE =
            "possible are boolean, byte, short, int, long, float, double, String, Bytes, Shorts, Ints, Longs, Floats, "
                    + "Doubles, records with @LcmType, and a List of String or of such records";

    private final RecordComponent component;
    private final @Nullable LcmField annotation;
    private final FieldName name;
    private final Getter getter;

    FieldBuilder(String struct, RecordComponent component, MethodHandles.Lookup lookup) {
        this.component = component;
        this.annotation = component.getAnnotation(LcmField.class);
        this.name = new FieldName(struct, wireName());
        this.getter = new Getter(getter(lookup), name);
    }

    Field build() {
        Class<?> type = component.getType();
        for (Primitive primitive : Primitive.values()) {
            if (primitive.type() == type) {
                requireNoSize();
                return new Field.OfPrimitive(name, getter, primitive, wireType(primitive));
            }
        }
        for (ArrayType array : ArrayType.values()) {
            if (array.type() == type) {
                return new ArrayField.OfPrimitives(name, getter, size(), array, wireType(array.element()));
            }
        }
        requireNoWireType();
        if (type == List.class) {
            return new ArrayField.OfElements(name, getter, size(), element(elementClass(component)));
        }
        requireNoSize();
        return new Field.OfElement(name, getter, element(type));
    }

    private Element element(Class<?> type) {
        if (type == String.class) {
            return Element.Text.TEXT;
        }
        if (type.isRecord()) {
            return new Element.Nested(type);
        }
        throw refuse(
                "has type " + component.getGenericType().getTypeName() + ", which LCM cannot express; " + POSSIBLE);
    }

    /** The type of which a message always has a value in this component: its own, or that of a fixed list's elements. */
    static Class<?> contained(RecordComponent component) {
        LcmField annotation = component.getAnnotation(LcmField.class);
        boolean fixed = annotation != null && annotation.size() > 0;
        return fixed && component.getType() == List.class ? elementClass(component) : component.getType();
    }

    private static Class<?> elementClass(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            if (element instanceof Class<?> elementClass) {
                return elementClass;
            }
        }
        return List.class;
    }

    private String wireName() {
        String given = annotation == null ? "" : annotation.name();
        String wire = given.isEmpty() ? snakeCase(component.getName()) : given;
        if (!NAME.matcher(wire).matches()) {
            throw refuse("has the wire name '" + wire + "'; a name is ASCII letters, digits and underscores");
        }
        return wire;
    }

    private static String snakeCase(String camelCase) {
        return CAPITAL.matcher(camelCase).replaceAll("_$1").toLowerCase(Locale.ROOT);
    }

    private String wireType(Primitive primitive) {
        String given = annotation == null ? "" : annotation.type();
        if (given.isEmpty()) {
            return primitive.wireTypes().get(0);
        }
        if (!primitive.wireTypes().contains(given)) {
            throw refuse("has the wire type '" + given + "'; possible are " + primitive.wireTypes());
        }
        return given;
    }

    private void requireNoWireType() {
        if (annotation != null && !annotation.type().isEmpty()) {
            throw refuse("has a wire type, which only numbers and arrays of numbers can have");
        }
    }

    private int size() {
        int size = annotation == null ? 0 : annotation.size();
        if (size < 0) {
            throw refuse("has a size of " + size + "; a fixed array has at least one element");
        }
        return size;
    }

    private void requireNoSize() {
        if (size() != 0) {
            throw refuse("has a size, which only arrays and lists can have");
        }
    }

    private MethodHandle getter(MethodHandles.Lookup lookup) {
        Class<?> type = component.getType();
        try {
            MethodHandle accessor = lookup.unreflect(component.getAccessor());
            return accessor.asType(MethodType.methodType(type.isPrimitive() ? type : Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("component '" + component.getName() + "' cannot be read", e);
        }
    }

    private IllegalArgumentException refuse(String why) {
        return new IllegalArgumentException("component '" + component.getName() + "' of "
                + component.getDeclaringRecord().getName() + " " + why);
    }
}
