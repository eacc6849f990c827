package org.dimos.record.ros;

/**
 * How many values a field holds.
 *
 * @param kind one, a number that precedes the values, or always the same number
 * @param size that number, for {@link Kind#FIXED}
 */
public record Count(Kind kind, int size) {

    /** The kinds of fields. */
    public enum Kind {
        SINGLE,
        VARIABLE,
        FIXED
    }

    static final Count ONE = new Count(Kind.SINGLE, 1);
    static final Count ANY = new Count(Kind.VARIABLE, 0);

    static Count exactly(int size) {
        return new Count(Kind.FIXED, size);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case SINGLE -> "";
            case VARIABLE -> "[]";
            case FIXED -> "[" + size + "]";
        };
    }
}
