package org.dimos.record.compare;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dimos.core.message.LcmField;
import org.jspecify.annotations.Nullable;

/** The fields of a record class under the names they have in recordings: snake case, or what the class says. */
final class RecordFields {
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
        }
    };

    private RecordFields() {}

    static List<Field> of(Class<?> type) {
        return FIELDS.get(type);
    }

    /**
     * One field.
     *
     * @param name its name in recordings
     * @param accessor how to get at it
     */
    record Field(String name, Method accessor) {

        private static Field of(RecordComponent component) {
            LcmField given = component.getAnnotation(LcmField.class);
            String name = given == null || given.name().isEmpty() ? snakeCase(component.getName()) : given.name();
            component.getAccessor().setAccessible(true);
            return new Field(name, component.getAccessor());
        }

        private static String snakeCase(String name) {
            return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        }

        @Nullable
        Object valueOf(Object message) {
            try {
                return accessor.invoke(message);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("field '" + name + "' of " + message.getClass() + " cannot be read", e);
            }
        }
    }
}
