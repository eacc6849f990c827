package org.dimos.core.message.lcm;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dimos.core.message.LcmType;

/** Finds out what a record class looks like on the wire, and refuses what LCM cannot express. */
final class StructBuilder {
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

    private StructBuilder() {}

    static Struct build(Class<?> type) {
        String name = requireName(type);
        requireEnd(type);
        MethodHandles.Lookup lookup = requireAccess(type);
        RecordComponent[] components = type.getRecordComponents();
        List<Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (RecordComponent component : components) {
            Field field = new FieldBuilder(name, component, lookup).build();
            if (!names.add(field.name().wire())) {
                throw new IllegalArgumentException("record " + type.getName() + " has two components that are " + field
                        + "; give one another name");
            }
            fields.add(field);
        }
        return new Struct(type, name, constructor(type, components, lookup), fields);
    }

    private static String requireName(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is no record, so it cannot be an LCM message");
        }
        LcmType annotation = type.getAnnotation(LcmType.class);
        if (annotation == null) {
            throw new IllegalArgumentException(
                    "record " + type.getName() + " has no LCM type name; annotate it with @LcmType(\"package.Name\")");
        }
        if (!TYPE_NAME.matcher(annotation.value()).matches()) {
            throw new IllegalArgumentException("record " + type.getName() + " has the LCM type name '"
                    + annotation.value() + "'; a name looks like geometry_msgs.Twist");
        }
        return annotation.value();
    }

    /** A record that contains its own type other than in a variable list has no end. */
    private static void requireEnd(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (reaches(FieldBuilder.contained(component), type, new HashSet<>())) {
                throw new IllegalArgumentException("component '" + component.getName() + "' of " + type.getName()
                        + " contains a " + type.getName() + " again, so a message would have no end; use a List");
            }
        }
    }

    private static boolean reaches(Class<?> from, Class<?> to, Set<Class<?>> seen) {
        if (from == to) {
            return true;
        }
        if (!from.isRecord() || !seen.add(from)) {
            return false;
        }
        for (RecordComponent component : from.getRecordComponents()) {
            if (reaches(FieldBuilder.contained(component), to, seen)) {
                return true;
            }
        }
        return false;
    }

    private static MethodHandles.Lookup requireAccess(Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(
                    "record " + type.getName() + " is in a package that its module does not open to dimos", e);
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components, MethodHandles.Lookup lookup) {
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : components) {
            types.add(component.getType());
        }
        try {
            return lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("the constructor of record " + type.getName() + " cannot be used", e);
        }
    }
}
