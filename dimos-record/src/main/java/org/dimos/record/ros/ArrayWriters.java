package org.dimos.record.ros;

import org.dimos.core.array.Bytes;
import org.dimos.core.array.Doubles;
import org.dimos.core.array.Floats;
import org.dimos.core.array.Ints;
import org.dimos.core.array.Longs;
import org.dimos.core.array.Shorts;

/** Writes arrays of numbers, each as one block. */
final class ArrayWriters {
    private ArrayWriters() {}

    /** Writes an array, without its length. */
    static void write(Object array, CdrOutput out) {
        int count = length(array);
        if (array instanceof Bytes bytes) {
            out.block(count, 1).put(bytes.asBuffer());
        } else if (array instanceof Shorts shorts) {
            out.block(count, Short.BYTES).asShortBuffer().put(shorts.asBuffer());
        } else if (array instanceof Ints ints) {
            out.block(count, Integer.BYTES).asIntBuffer().put(ints.asBuffer());
        } else if (array instanceof Longs longs) {
            out.block(count, Long.BYTES).asLongBuffer().put(longs.asBuffer());
        } else if (array instanceof Floats floats) {
            out.block(count, Float.BYTES).asFloatBuffer().put(floats.asBuffer());
        } else {
            out.block(count, Double.BYTES).asDoubleBuffer().put(((Doubles) array).asBuffer());
        }
    }

    static int length(Object array) {
        if (array instanceof Bytes bytes) {
            return bytes.length();
        } else if (array instanceof Shorts shorts) {
            return shorts.length();
        } else if (array instanceof Ints ints) {
            return ints.length();
        } else if (array instanceof Longs longs) {
            return longs.length();
        } else if (array instanceof Floats floats) {
            return floats.length();
        }
        return ((Doubles) array).length();
    }
}
