package org.dimos.record.sqlite;

/** A number or boolean in the column {@code value}, where SQLite may have made an integer of 12.0. */
final class StoredNumber {
    private StoredNumber() {}

    /** The stored number as the class the stream has. */
    static Object as(Class<?> type, Number stored) {
        if (type == Float.class) {
            return stored.floatValue();
        }
        if (type == Long.class) {
            return stored.longValue();
        }
        if (type == Integer.class) {
            return stored.intValue();
        }
        if (type == Boolean.class) {
            return stored.doubleValue() != 0;
        }
        return stored.doubleValue();
    }

    /** What to store for a number or boolean. */
    static Number of(Object payload) {
        if (payload instanceof Boolean truth) {
            return truth ? 1L : 0L;
        }
        return payload instanceof Long || payload instanceof Integer
                ? (Number) ((Number) payload).longValue()
                : (Number) ((Number) payload).doubleValue();
    }
}
