package org.dimos.core.message.lcm;

import java.nio.ByteBuffer;
import org.dimos.core.array.Bytes;
import org.dimos.core.array.Doubles;
import org.dimos.core.array.Floats;
import org.dimos.core.array.Ints;
import org.dimos.core.array.Longs;
import org.dimos.core.array.Shorts;

/** The arrays of primitives; they are moved as a whole, and bytes are not even copied. */
enum ArrayType {
    BYTES(Bytes.class, Primitive.BYTE) {
        @Override
        int length(Object array) {
            return ((Bytes) array).length();
        }

        @Override
        Object read(LcmReader in, int length) {
            return in.slice(length);
        }

        @Override
        void write(Object array, ByteBuffer out) {
            out.put(((Bytes) array).asBuffer());
        }
    },
    SHORTS(Shorts.class, Primitive.SHORT) {
        @Override
        int length(Object array) {
            return ((Shorts) array).length();
        }

        @Override
        Object read(LcmReader in, int length) {
            short[] values = new short[length];
            in.buffer().asShortBuffer().get(values);
            return Shorts.wrap(values);
        }

        @Override
        void write(Object array, ByteBuffer out) {
            out.asShortBuffer().put(((Shorts) array).asBuffer());
        }
    },
    INTS(Ints.class, Primitive.INT) {
        @Override
        int length(Object array) {
            return ((Ints) array).length();
        }

        @Override
        Object read(LcmReader in, int length) {
            int[] values = new int[length];
            in.buffer().asIntBuffer().get(values);
            return Ints.wrap(values);
        }

        @Override
        void write(Object array, ByteBuffer out) {
            out.asIntBuffer().put(((Ints) array).asBuffer());
        }
    },
    LONGS(Longs.class, Primitive.LONG) {
        @Override
        int length(Object array) {
            return ((Longs) array).length();
        }

        @Override
        Object read(LcmReader in, int length) {
            long[] values = new long[length];
            in.buffer().asLongBuffer().get(values);
            return Longs.wrap(values);
        }

        @Override
        void write(Object array, ByteBuffer out) {
            out.asLongBuffer().put(((Longs) array).asBuffer());
        }
    },
    FLOATS(Floats.class, Primitive.FLOAT) {
        @Override
        int length(Object array) {
            return ((Floats) array).length();
        }

        @Override
        Object read(LcmReader in, int length) {
            float[] values = new float[length];
            in.buffer().asFloatBuffer().get(values);
            return Floats.wrap(values);
        }

        @Override
        void write(Object array, ByteBuffer out) {
            out.asFloatBuffer().put(((Floats) array).asBuffer());
        }
    },
    DOUBLES(Doubles.class, Primitive.DOUBLE) {
        @Override
        int length(Object array) {
            return ((Doubles) array).length();
        }

        @Override
        Object read(LcmReader in, int length) {
            double[] values = new double[length];
            in.buffer().asDoubleBuffer().get(values);
            return Doubles.wrap(values);
        }

        @Override
        void write(Object array, ByteBuffer out) {
            out.asDoubleBuffer().put(((Doubles) array).asBuffer());
        }
    };

    private final Class<?> type;
    private final Primitive element;

    ArrayType(Class<?> type, Primitive element) {
        this.type = type;
        this.element = element;
    }

    abstract int length(Object array);

    /** Reads an array; the caller moves on past it, and has checked that it is there. */
    abstract Object read(LcmReader in, int length);

    /** Writes an array; the caller moves on past it, and has made room. */
    abstract void write(Object array, ByteBuffer out);

    Class<?> type() {
        return type;
    }

    Primitive element() {
        return element;
    }
}
