package org.dimos.core.message.lcm;

import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.List;

/** The primitive types of Java and of LCM. Getters take an {@link Object} and return the primitive. */
enum Primitive {
    BOOLEAN(boolean.class, 1, "boolean") {
        @Override
        Object read(ByteBuffer in) {
            return in.get() != 0;
        }

        @Override
        void write(MethodHandle getter, Object record, ByteBuffer out) throws Throwable {
            out.put((boolean) getter.invokeExact(record) ? (byte) 1 : 0);
        }
    },
    BYTE(byte.class, Byte.BYTES, "byte") {
        @Override
        List<String> wireTypes() {
            return List.of("byte", "int8_t");
        }

        @Override
        Object read(ByteBuffer in) {
            return in.get();
        }

        @Override
        void write(MethodHandle getter, Object record, ByteBuffer out) throws Throwable {
            out.put((byte) getter.invokeExact(record));
        }
    },
    SHORT(short.class, Short.BYTES, "int16_t") {
        @Override
        Object read(ByteBuffer in) {
            return in.getShort();
        }

        @Override
        void write(MethodHandle getter, Object record, ByteBuffer out) throws Throwable {
            out.putShort((short) getter.invokeExact(record));
        }
    },
    INT(int.class, Integer.BYTES, "int32_t") {
        @Override
        Object read(ByteBuffer in) {
            return in.getInt();
        }

        @Override
        void write(MethodHandle getter, Object record, ByteBuffer out) throws Throwable {
            out.putInt((int) getter.invokeExact(record));
        }
    },
    LONG(long.class, Long.BYTES, "int64_t") {
        @Override
        Object read(ByteBuffer in) {
            return in.getLong();
        }

        @Override
        void write(MethodHandle getter, Object record, ByteBuffer out) throws Throwable {
            out.putLong((long) getter.invokeExact(record));
        }
    },
    FLOAT(float.class, Float.BYTES, "float") {
        @Override
        Object read(ByteBuffer in) {
            return in.getFloat();
        }

        @Override
        void write(MethodHandle getter, Object record, ByteBuffer out) throws Throwable {
            out.putFloat((float) getter.invokeExact(record));
        }
    },
    DOUBLE(double.class, Double.BYTES, "double") {
        @Override
        Object read(ByteBuffer in) {
            return in.getDouble();
        }

        @Override
        void write(MethodHandle getter, Object record, ByteBuffer out) throws Throwable {
            out.putDouble((double) getter.invokeExact(record));
        }
    };

    private final Class<?> type;
    private final int size;
    private final String wireType;

    Primitive(Class<?> type, int size, String wireType) {
        this.type = type;
        this.size = size;
        this.wireType = wireType;
    }

    abstract Object read(ByteBuffer in);

    abstract void write(MethodHandle getter, Object record, ByteBuffer out) throws Throwable;

    Class<?> type() {
        return type;
    }

    int size() {
        return size;
    }

    /** The LCM types that this Java type stands for; the first is the usual one. */
    List<String> wireTypes() {
        return List.of(wireType);
    }
}
