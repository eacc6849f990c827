package org.dimos.record.selection;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;

/**
 * A value that a tag must have. Numbers are equal by value, whatever their kind, and true is 1 as in Python and SQLite; a
 * text is equal only to a text.
 *
 * @param key the tag's name
 * @param value a {@link String}, {@link Long}, {@link Double} or {@link Boolean}
 */
public record Tag(String key, Object value) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");

    /** Refuses, with a {@link RecordingException}, names no tag has and values that are not compared. */
    public Tag {
        if (!KEY.matcher(key).matches()) {
            throw new RecordingException(
                    "'" + shown(key) + "' cannot be the name of a tag; it takes letters, digits and _");
        }
        value = normal(key, value);
    }

    private static Object normal(String key, Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float number) {
            return normal(key, number.doubleValue());
        }
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw new RecordingException("tag '" + key + "' is compared with " + number + ", which no tag can be");
        }
        if (value instanceof String || value instanceof Long || value instanceof Double || value instanceof Boolean) {
            return value;
        }
        throw new RecordingException("tag '" + key + "' is compared with a "
                + value.getClass().getSimpleName() + "; texts, numbers and booleans can be compared");
    }

    private static String shown(String text) {
        String plain = text.replaceAll("\\p{C}", "?");
        return plain.length() <= 80 ? plain : plain.substring(0, 80) + "…";
    }

    /** The value as SQLite has it: a boolean is 1 or 0. */
    public Object stored() {
        return value instanceof Boolean truth ? (Object) (truth ? 1L : 0L) : value;
    }

    boolean matches(Observation<?> observation) {
        Object actual = observation.tags().values().get(key);
        if (actual == null) {
            return false;
        }
        return value instanceof String
                ? value.equals(actual)
                : number(value)
                        .flatMap(wanted -> number(actual).map(found -> wanted.compareTo(found) == 0))
                        .orElse(false);
    }

    private static Optional<BigDecimal> number(Object value) {
        if (value instanceof Boolean truth) {
            return Optional.of(truth ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        if (value instanceof Long || value instanceof Integer) {
            return Optional.of(BigDecimal.valueOf(((Number) value).longValue()));
        }
        if (value instanceof Double || value instanceof BigInteger) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? Optional.of(new BigDecimal(number)) : Optional.empty();
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return key + " = " + (value instanceof String ? "\"" + value + "\"" : value);
    }
}
