package org.dimos.core.array;

import java.nio.ShortBuffer;
import java.util.Arrays;

/** An immutable array of 16-bit integers. Two are equal if their contents are. */
public final class Shorts {
    private static final Shorts EMPTY = new Shorts(new short[0]);

    private final short[] array;

    private Shorts(short[] array) {
        this.array = array;
    }

    public static Shorts empty() {
        return EMPTY;
    }

    /** A copy of the given shorts. */
    public static Shorts copyOf(short... shorts) {
        return wrap(shorts.clone());
    }

    /** The given array itself, not a copy: the caller must not change it any more. */
    public static Shorts wrap(short[] shorts) {
        return new Shorts(shorts);
    }

    /** An array of the given length that holds nothing but zeros. */
    public static Shorts zeros(int length) {
        return length == 0 ? EMPTY : wrap(new short[length]);
    }

    public int length() {
        return array.length;
    }

    public boolean isEmpty() {
        return array.length == 0;
    }

    public short get(int index) {
        return array[index];
    }

    /** A read-only view. */
    public ShortBuffer asBuffer() {
        return ShortBuffer.wrap(array).asReadOnlyBuffer();
    }

    public short[] toArray() {
        return array.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shorts that && Arrays.equals(array, that.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    /** The length and the first values. */
    @Override
    public String toString() {
        String start = Arrays.toString(Arrays.copyOf(array, Math.min(array.length, 8)));
        return array.length + " shorts " + (array.length > 8 ? start.replace("]", ", …]") : start);
    }
}
