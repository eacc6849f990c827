package org.dimos.core.array;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** An immutable array of 32-bit floating point numbers. Two are equal if their contents are. */
public final class Floats {
    private static final Floats EMPTY = new Floats(new float[0]);

    private final float[] array;

    private Floats(float[] array) {
        this.array = array;
    }

    public static Floats empty() {
        return EMPTY;
    }

    /** A copy of the given floats. */
    public static Floats copyOf(float... floats) {
        return wrap(floats.clone());
    }

    /** The given array itself, not a copy: the caller must not change it any more. */
    public static Floats wrap(float[] floats) {
        return new Floats(floats);
    }

    /** An array of the given length that holds nothing but zeros. */
    public static Floats zeros(int length) {
        return length == 0 ? EMPTY : wrap(new float[length]);
    }

    public int length() {
        return array.length;
    }

    public boolean isEmpty() {
        return array.length == 0;
    }

    public float get(int index) {
        return array[index];
    }

    /** A read-only view. */
    public FloatBuffer asBuffer() {
        return FloatBuffer.wrap(array).asReadOnlyBuffer();
    }

    public float[] toArray() {
        return array.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Floats that && Arrays.equals(array, that.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    /** The length and the first values. */
    @Override
    public String toString() {
        String start = Arrays.toString(Arrays.copyOf(array, Math.min(array.length, 8)));
        return array.length + " floats " + (array.length > 8 ? start.replace("]", ", …]") : start);
    }
}
