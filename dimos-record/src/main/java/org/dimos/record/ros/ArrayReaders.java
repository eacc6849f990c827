package org.dimos.record.ros;

import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.dimos.core.array.Bytes;
import org.dimos.core.array.Doubles;
import org.dimos.core.array.Floats;
import org.dimos.core.array.Ints;
import org.dimos.core.array.Longs;
import org.dimos.core.array.Shorts;

/** Reads arrays of numbers, each as one block. */
final class ArrayReaders {

    /** Reads so many numbers. */
    @FunctionalInterface
    private interface Bulk {
        Object read(WireInput in, int count);
    }

    private record Kind(Primitive element, Bulk bulk) {}

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            Bytes.class, new Kind(Primitive.INT8, WireInput::bytes),
            Shorts.class, new Kind(Primitive.INT16, ArrayReaders::shorts),
            Ints.class, new Kind(Primitive.INT32, ArrayReaders::ints),
            Longs.class, new Kind(Primitive.INT64, ArrayReaders::longs),
            Floats.class, new Kind(Primitive.FLOAT32, ArrayReaders::floats),
            Doubles.class, new Kind(Primitive.FLOAT64, ArrayReaders::doubles));

    private ArrayReaders() {}

    /** The type of the elements of an array class; empty if the class is none. */
    static Optional<Primitive> element(Class<?> array) {
        return Optional.ofNullable(KINDS.get(array)).map(Kind::element);
    }

    /** Reads arrays of an array class whose length is found by {@code count}. */
    static ValueReader reader(Class<?> array, ToIntFunction<WireInput> count) {
        Kind kind = KINDS.get(array);
        if (kind == null) {
            throw new IllegalArgumentException(array + " is no array of numbers");
        }
        return in -> kind.bulk().read(in, count.applyAsInt(in));
    }

    private static Shorts shorts(WireInput in, int count) {
        var block = in.block(count, Short.BYTES).asShortBuffer();
        short[] values = new short[count];
        block.get(values);
        return Shorts.wrap(values);
    }

    private static Ints ints(WireInput in, int count) {
        var block = in.block(count, Integer.BYTES).asIntBuffer();
        int[] values = new int[count];
        block.get(values);
        return Ints.wrap(values);
    }

    private static Longs longs(WireInput in, int count) {
        var block = in.block(count, Long.BYTES).asLongBuffer();
        long[] values = new long[count];
        block.get(values);
        return Longs.wrap(values);
    }

    private static Floats floats(WireInput in, int count) {
        var block = in.block(count, Float.BYTES).asFloatBuffer();
        float[] values = new float[count];
        block.get(values);
        return Floats.wrap(values);
    }

    private static Doubles doubles(WireInput in, int count) {
        var block = in.block(count, Double.BYTES).asDoubleBuffer();
        double[] values = new double[count];
        block.get(values);
        return Doubles.wrap(values);
    }
}
