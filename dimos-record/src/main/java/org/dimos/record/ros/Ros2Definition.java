package org.dimos.record.ros;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.LcmField;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.MessageCodecs;

/**
 * What ROS 2 says about the type of a record class, in the language of {@code .msg} files.
 *
 * @param typeName such as {@code sensor_msgs/msg/Image}
 * @param text the definition of the type, then of each type in it
 */
record Ros2Definition(String typeName, String text) {
    private static final String SEPARATOR = "=".repeat(80) + "\n";
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])([A-Z])");
    private static final Map<Class<?>, String> TIMES = Map.of(
            org.dimos.msgs.std.Time.class, "builtin_interfaces/Time",
            org.dimos.msgs.std.Duration.class, "builtin_interfaces/Duration");

    static Ros2Definition of(Class<?> type) throws LayoutException {
        if (!type.isAnnotationPresent(LcmType.class)) {
            throw new LayoutException("record " + type.getName() + " has no name outside of Java");
        }
        Map<String, String> bodies = new LinkedHashMap<>();
        collect(type, bodies);
        StringBuilder text = new StringBuilder();
        bodies.forEach((name, body) -> text.append(text.isEmpty() ? "" : SEPARATOR + "MSG: " + name + "\n")
                .append(body));
        return new Ros2Definition(name(type).replace("/", "/msg/"), text.toString());
    }

    /** {@code sensor_msgs/Image}: with a package and a name, and nothing else. */
    private static String name(Class<?> type) {
        String time = TIMES.get(type);
        if (time != null) {
            return time;
        }
        String name = MessageCodecs.typeName(type);
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? "dimos_msgs/" + name
                : name.substring(0, dot).replace('.', '_') + "/" + name.substring(dot + 1);
    }

    private static void collect(Class<?> type, Map<String, String> bodies) throws LayoutException {
        String name = name(type);
        if (bodies.containsKey(name)) {
            return;
        }
        StringBuilder body = new StringBuilder();
        bodies.put(name, "");
        for (Slot slot : RecordLayout.slots(type)) {
            if (!slot.mayBeMissing(type)) {
                body.append(fieldType(type, slot))
                        .append(slot.count())
                        .append(' ')
                        .append(fieldName(type, slot))
                        .append('\n');
            }
        }
        bodies.put(name, body.toString());
        for (Slot slot : RecordLayout.slots(type)) {
            if (slot.primitive().isEmpty()) {
                collect(slot.element(), bodies);
            }
        }
    }

    private static String fieldType(Class<?> type, Slot slot) throws LayoutException {
        Optional<Primitive> primitive = slot.primitive();
        if (primitive.isEmpty()) {
            if (!slot.element().isAnnotationPresent(LcmType.class)) {
                throw new LayoutException("ROS 2 has nothing like the component '" + slot.name() + "'");
            }
            return name(slot.element());
        }
        String given = Ros2Differences.fieldType(MessageCodecs.typeName(type) + "." + fieldName(type, slot));
        return given.isEmpty() ? plain(type, slot, primitive.get()) : given;
    }

    private static String plain(Class<?> type, Slot slot, Primitive primitive) {
        LcmField annotation = type.getRecordComponents()[slot.index()].getAnnotation(LcmField.class);
        boolean signed = annotation != null && annotation.type().equals("int8_t");
        boolean isByte = slot.raw() == byte.class || slot.raw() == Bytes.class;
        return isByte && !signed ? "uint8" : primitive.toString().toLowerCase(Locale.ROOT);
    }

    /** In ROS 2 all names are in small letters. */
    private static String fieldName(Class<?> type, Slot slot) {
        String name = CAPITAL.matcher(slot.name()).replaceAll("_$1").toLowerCase(Locale.ROOT);
        return TIMES.containsKey(type) && name.equals("nsec") ? "nanosec" : name;
    }
}
