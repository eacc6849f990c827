package org.dimos.record.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.dimos.core.message.Opaque;
import org.dimos.msgs.std.Time;
import org.jspecify.annotations.Nullable;

/** Walks through two messages side by side, in the order of their fields, to the first that is different. */
final class FieldWalk {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int LONGEST_TEXT = 80;

    private final ToDoubleFunction<String> tolerance;

    /**
     * A walk with tolerances.
     *
     * @param tolerance how far the numbers at a path may be apart
     */
    FieldWalk(ToDoubleFunction<String> tolerance) {
        this.tolerance = tolerance;
    }

    Optional<FieldDifference> first(Object left, Object right) {
        return compare("", left, right);
    }

    private Optional<FieldDifference> compare(String path, @Nullable Object left, @Nullable Object right) {
        if (Objects.equals(left, right)) {
            return Optional.empty();
        }
        if (left == null || right == null) {
            return different(path, left, right);
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return elements(path, new Elements(a.size(), a::get), new Elements(b.size(), b::get));
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return maps(path, a, b);
        }
        return left.getClass() == right.getClass() ? sameType(path, left, right) : different(path, left, right);
    }

    private Optional<FieldDifference> sameType(String path, Object left, Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return numbers(path, a, b);
        }
        if (left instanceof Time a && right instanceof Time b) {
            return times(path, a, b);
        }
        if (left instanceof Opaque a && right instanceof Opaque b) {
            return compare(path, a.data(), b.data());
        }
        Optional<Elements> elements = Elements.of(left);
        if (elements.isPresent()) {
            return elements(path, elements.get(), Elements.of(right).orElseThrow());
        }
        return left instanceof Record ? records(path, left, right) : different(path, left, right);
    }

    private Optional<FieldDifference> numbers(String path, Number left, Number right) {
        double distance = Math.abs(left.doubleValue() - right.doubleValue());
        boolean whole = left instanceof Long && right instanceof Long;
        boolean same = distance <= tolerance.applyAsDouble(path) && !(whole && distance == 0);
        return same ? Optional.empty() : different(path, left, right);
    }

    private Optional<FieldDifference> times(String path, Time left, Time right) {
        double seconds = Math.abs((left.toNanos() - right.toNanos()) / NANOS_PER_SECOND);
        return seconds <= tolerance.applyAsDouble(path)
                ? Optional.empty()
                : different(path, seconds(left), seconds(right));
    }

    private static String seconds(Time time) {
        return String.format(Locale.ROOT, "%d.%09d", time.sec(), time.nsec());
    }

    private Optional<FieldDifference> records(String path, Object left, Object right) {
        for (RecordFields.Field field : RecordFields.of(left.getClass())) {
            Optional<FieldDifference> found =
                    compare(join(path, field.name()), field.valueOf(left), field.valueOf(right));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<FieldDifference> elements(String path, Elements left, Elements right) {
        if (left.length() != right.length()) {
            return different(join(path, "length"), left.length(), right.length());
        }
        for (int i = 0; i < left.length(); i++) {
            Object a = left.get(i);
            Object b = right.get(i);
            if (!a.equals(b)) {
                Optional<FieldDifference> found = compare(path + "[" + i + "]", a, b);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<FieldDifference> maps(String path, Map<?, ?> left, Map<?, ?> right) {
        for (Object key : left.keySet()) {
            Optional<FieldDifference> found = compare(join(path, String.valueOf(key)), left.get(key), right.get(key));
            if (found.isPresent()) {
                return found;
            }
        }
        return right.keySet().stream()
                .filter(key -> !left.containsKey(key))
                .findFirst()
                .flatMap(key -> different(join(path, String.valueOf(key)), null, right.get(key)));
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static Optional<FieldDifference> different(String path, @Nullable Object left, @Nullable Object right) {
        return Optional.of(new FieldDifference(path.isEmpty() ? "value" : path, text(left), text(right)));
    }

    private static String text(@Nullable Object value) {
        String text = value == null ? "nothing" : value.toString();
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
