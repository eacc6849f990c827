package org.dimos.record.sqlite;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the Java class a recording names. The file is not trusted: only records and plain values are taken. */
final class JavaTypes {
    private static final Pattern NAME = Pattern.compile("[\\w$.]{1,500}");
    private static final Map<String, Class<?>> VALUES = Stream.<Class<?>>of(
                    Double.class, Float.class, Long.class, Integer.class, Boolean.class, String.class)
            .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

    private JavaTypes() {}

    static Optional<Class<?>> find(String name) {
        Class<?> value = VALUES.get(name);
        if (value != null) {
            return Optional.of(value);
        }
        return NAME.matcher(name).matches() ? load(name).filter(Class::isRecord) : Optional.empty();
    }

    private static Optional<Class<?>> load(String name) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? JavaTypes.class.getClassLoader() : context;
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
