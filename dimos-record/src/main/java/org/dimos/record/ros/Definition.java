package org.dimos.record.ros;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text that defines a message type and, after lines of {@code =}, each type in it, in the language of {@code .msg} files of ROS 1
 * and ROS 2: <a href="http://wiki.ros.org/msg">wiki.ros.org/msg</a>.
 */
final class Definition {
    private static final int MOST_NESTED = 32;
    private static final int MOST_FIELDS = 10_000;
    private static final int LONGEST = 1 << 19;
    private static final int LONGEST_LINE = 4096;
    private static final Set<String> TIMES =
            Set.of("time", "duration", "builtin_interfaces/Time", "builtin_interfaces/Duration");
    private static final Pattern SEPARATOR = Pattern.compile("(?m)^={20,}[ \\t\\r]*$");
    private static final Pattern TITLE = Pattern.compile("\\A\\s*MSG:\\s*(\\S+)");
    private static final Pattern FIELD = Pattern.compile("(\\S+)\\s+(\\w+)\\s*(\\S?).*");
    private static final Pattern TYPE = Pattern.compile("([\\w/]+)(?:<=\\d+)?(?:(\\[(?:<=\\d+)?])|\\[(\\d{1,9})])?");

    private final Map<String, String> bodies = new HashMap<>();
    private final Map<String, StructType> parsed = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int fields;

    private Definition(String typeName, String text) {
        String[] sections = SEPARATOR.split(text, -1);
        for (int i = 1; i < sections.length; i++) {
            Matcher title = TITLE.matcher(sections[i]);
            if (title.find()) {
                bodies.putIfAbsent(shortened(title.group(1)), sections[i].substring(title.end()));
            }
        }
        bodies.put(shortened(typeName), sections[0]);
    }

    /**
     * The type that a text defines.
     *
     * @throws LayoutException if the text is none that can be understood
     */
    static StructType parse(String typeName, String text) throws LayoutException {
        if (text.length() > LONGEST) {
            throw new LayoutException("the definition of " + typeName + " has " + text.length() + " characters");
        }
        return isTime(shortened(typeName))
                ? StructType.SECONDS_AND_NANOS
                : new Definition(typeName, text).struct(shortened(typeName));
    }

    /** {@code sensor_msgs/Imu} for {@code sensor_msgs/msg/Imu}. */
    private static String shortened(String typeName) {
        return typeName.replace("/msg/", "/");
    }

    private StructType struct(String name) throws LayoutException {
        StructType known = parsed.get(name);
        if (known != null) {
            return known;
        }
        if (!open.add(name) || open.size() > MOST_NESTED) {
            throw new LayoutException("the definition of " + name + " contains itself, or nests too deeply");
        }
        String body = bodies.getOrDefault(name, "");
        List<Field> found = new ArrayList<>();
        for (String line : body.split("\n", -1)) {
            Optional<Field> field = field(line, name);
            field.ifPresent(found::add);
        }
        open.remove(name);
        StructType type = new StructType(name, found);
        parsed.put(name, type);
        return type;
    }

    private Optional<Field> field(String line, String in) throws LayoutException {
        int comment = line.indexOf('#');
        String text = (comment < 0 ? line : line.substring(0, comment)).strip();
        if (text.length() > LONGEST_LINE) {
            throw new LayoutException("the definition of " + in + " has a line of " + text.length() + " characters");
        }
        Matcher field = FIELD.matcher(text);
        if (text.isEmpty() || isConstant(field, in, text)) {
            return Optional.empty();
        }
        Matcher type = TYPE.matcher(field.group(1));
        if (!type.matches() || ++fields > MOST_FIELDS) {
            throw new LayoutException("the definition of " + in + " has a field of type '" + field.group(1) + "'");
        }
        return Optional.of(new Field(field.group(2), type(type.group(1), in), count(type)));
    }

    private static boolean isConstant(Matcher field, String in, String line) throws LayoutException {
        if (!field.matches()) {
            throw new LayoutException("the definition of " + in + " has the line '" + line + "', which is no field");
        }
        return field.group(3).equals("=");
    }

    private static Count count(Matcher type) {
        if (type.group(2) != null) {
            return Count.ANY;
        }
        String size = type.group(3);
        return size == null ? Count.ONE : Count.exactly(Integer.parseInt(size));
    }

    private FieldType type(String name, String in) throws LayoutException {
        Optional<Primitive> primitive = Primitive.named(name);
        if (primitive.isPresent()) {
            return primitive.get();
        }
        return isTime(shortened(name)) ? StructType.SECONDS_AND_NANOS : struct(resolve(shortened(name), in));
    }

    private static boolean isTime(String name) {
        return TIMES.contains(name);
    }

    /** A name without a package means a type of the same package; {@code Header} alone is that of std_msgs. */
    private String resolve(String name, String in) throws LayoutException {
        String local = in.substring(0, in.indexOf('/') + 1) + name;
        String full = name.contains("/")
                ? name
                : name.equals("Header") && !bodies.containsKey(local) ? "std_msgs/Header" : local;
        if (!bodies.containsKey(full)) {
            throw new LayoutException("the definition of " + in + " uses " + name + ", which it does not define");
        }
        return full;
    }
}
