package org.dimos.core.array;

import java.nio.LongBuffer;
import java.util.Arrays;

/** An immutable array of 64-bit integers. Two are equal if their contents are. */
public final class Longs {
    private static final Longs EMPTY = new Longs(new long[0]);

    private final long[] array;

    private Longs(long[] array) {
        this.array = array;
    }

    public static Longs empty() {
        return EMPTY;
    }

    /** A copy of the given longs. */
    public static Longs copyOf(long... longs) {
        return wrap(longs.clone());
    }

    /** The given array itself, not a copy: the caller must not change it any more. */
    public static Longs wrap(long[] longs) {
        return new Longs(longs);
    }

    /** An array of the given length that holds nothing but zeros. */
    public static Longs zeros(int length) {
        return length == 0 ? EMPTY : wrap(new long[length]);
    }

    public int length() {
        return array.length;
    }

    public boolean isEmpty() {
        return array.length == 0;
    }

    public long get(int index) {
        return array[index];
    }

    /** A read-only view. */
    public LongBuffer asBuffer() {
        return LongBuffer.wrap(array).asReadOnlyBuffer();
    }

    public long[] toArray() {
        return array.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Longs that && Arrays.equals(array, that.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    /** The length and the first values. */
    @Override
    public String toString() {
        String start = Arrays.toString(Arrays.copyOf(array, Math.min(array.length, 8)));
        return array.length + " longs " + (array.length > 8 ? start.replace("]", ", …]") : start);
    }
}
