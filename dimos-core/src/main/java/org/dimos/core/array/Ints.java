package org.dimos.core.array;

import java.nio.IntBuffer;
import java.util.Arrays;

/** An immutable array of 32-bit integers. Two are equal if their contents are. */
public final class Ints {
    private static final Ints EMPTY = new Ints(new int[0]);

    private final int[] array;

    private Ints(int[] array) {
        this.array = array;
    }

    public static Ints empty() {
        return EMPTY;
    }

    /** A copy of the given ints. */
    public static Ints copyOf(int... ints) {
        return wrap(ints.clone());
    }

    /** The given array itself, not a copy: the caller must not change it any more. */
    public static Ints wrap(int[] ints) {
        return new Ints(ints);
    }

    /** An array of the given length that holds nothing but zeros. */
    public static Ints zeros(int length) {
        return length == 0 ? EMPTY : wrap(new int[length]);
    }

    public int length() {
        return array.length;
    }

    public boolean isEmpty() {
        return array.length == 0;
    }

    public int get(int index) {
        return array[index];
    }

    /** A read-only view. */
    public IntBuffer asBuffer() {
        return IntBuffer.wrap(array).asReadOnlyBuffer();
    }

    public int[] toArray() {
        return array.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ints that && Arrays.equals(array, that.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    /** The length and the first values. */
    @Override
    public String toString() {
        String start = Arrays.toString(Arrays.copyOf(array, Math.min(array.length, 8)));
        return array.length + " ints " + (array.length > 8 ? start.replace("]", ", …]") : start);
    }
}
