package org.dimos.core.array;

import java.nio.DoubleBuffer;
import java.util.Arrays;

/** An immutable array of 64-bit floating point numbers. Two are equal if their contents are. */
public final class Doubles {
    private static final Doubles EMPTY = new Doubles(new double[0]);

    private final double[] array;

    private Doubles(double[] array) {
        this.array = array;
    }

    public static Doubles empty() {
        return EMPTY;
    }

    /** A copy of the given doubles. */
    public static Doubles copyOf(double... doubles) {
        return wrap(doubles.clone());
    }

    /** The given array itself, not a copy: the caller must not change it any more. */
    public static Doubles wrap(double[] doubles) {
        return new Doubles(doubles);
    }

    /** An array of the given length that holds nothing but zeros. */
    public static Doubles zeros(int length) {
        return length == 0 ? EMPTY : wrap(new double[length]);
    }

    public int length() {
        return array.length;
    }

    public boolean isEmpty() {
        return array.length == 0;
    }

    public double get(int index) {
        return array[index];
    }

    /** A read-only view. */
    public DoubleBuffer asBuffer() {
        return DoubleBuffer.wrap(array).asReadOnlyBuffer();
    }

    public double[] toArray() {
        return array.clone();
    }

    /**
     * This array, if it has the given length.
     *
     * @param what what it is, for the error message
     * @throws IllegalArgumentException if the length is another
     */
    public Doubles requireLength(int length, String what) {
        if (array.length != length) {
            throw new IllegalArgumentException(what + " has " + array.length + " values, it needs " + length);
        }
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Doubles that && Arrays.equals(array, that.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    /** The length and the first values. */
    @Override
    public String toString() {
        String start = Arrays.toString(Arrays.copyOf(array, Math.min(array.length, 8)));
        return array.length + " doubles " + (array.length > 8 ? start.replace("]", ", …]") : start);
    }
}
