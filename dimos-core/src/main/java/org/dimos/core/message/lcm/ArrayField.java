package org.dimos.core.message.lcm;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/** A field that is an array, of a variable length or, if {@code fixedSize} is not 0, of a fixed one. */
abstract class ArrayField extends Field {
    private final Getter getter;
    private final int fixedSize;

    ArrayField(FieldName name, Getter getter, int fixedSize) {
        super(name);
        this.getter = getter;
        this.fixedSize = fixedSize;
    }

    abstract int length(Object array);

    abstract Object readArray(LcmReader in, int length) throws Throwable;

    abstract void writeArray(Object array, LcmWriter out) throws Throwable;

    abstract int arraySize(Object array) throws Throwable;

    abstract String wireType();

    @Override
    final boolean counted() {
        return fixedSize == 0;
    }

    @Override
    final int count(Object record) throws Throwable {
        return length(getter.object(record));
    }

    @Override
    final int minSize() {
        return Math.multiplyExact(fixedSize, fixedSize == 0 ? 1 : elementSize());
    }

    @Override
    final int size(Object record) throws Throwable {
        return arraySize(getter.object(record));
    }

    @Override
    final Object read(LcmReader in, int count) throws Throwable {
        int length = fixedSize == 0 ? count : fixedSize;
        if ((long) length * elementSize() > in.buffer().remaining()) {
            throw in.truncated(this);
        }
        return readArray(in, length);
    }

    @Override
    final void write(Object record, LcmWriter out) throws Throwable {
        Object array = getter.object(record);
        if (fixedSize != 0 && length(array) != fixedSize) {
            throw new IllegalArgumentException(
                    this + " has " + length(array) + " elements, it needs exactly " + fixedSize);
        }
        writeArray(array, out);
    }

    @Override
    final void addTo(Fingerprint fingerprint) {
        fingerprint.addArray(name().wire(), wireType(), fixedSize);
    }

    /** An array of primitives. */
    static final class OfPrimitives extends ArrayField {
        private final ArrayType type;
        private final String wireType;

        OfPrimitives(FieldName name, Getter getter, int fixedSize, ArrayType type, String wireType) {
            super(name, getter, fixedSize);
            this.type = type;
            this.wireType = wireType;
        }

        @Override
        int elementSize() {
            return type.element().size();
        }

        @Override
        int length(Object array) {
            return type.length(array);
        }

        @Override
        int arraySize(Object array) {
            return Math.multiplyExact(type.length(array), elementSize());
        }

        @Override
        Object readArray(LcmReader in, int length) {
            ByteBuffer buffer = in.buffer();
            int end = buffer.position() + length * elementSize();
            Object array = type.read(in, length);
            buffer.position(end);
            return array;
        }

        @Override
        void writeArray(Object array, LcmWriter out) {
            int bytes = arraySize(array);
            ByteBuffer buffer = out.room(bytes);
            int end = buffer.position() + bytes;
            type.write(array, buffer);
            buffer.position(end);
        }

        @Override
        String wireType() {
            return wireType;
        }
    }

    /** A list of texts or of structs. */
    static final class OfElements extends ArrayField {
        private final Element element;

        OfElements(FieldName name, Getter getter, int fixedSize, Element element) {
            super(name, getter, fixedSize);
            this.element = element;
        }

        @Override
        int elementSize() {
            return element.minSize();
        }

        @Override
        int length(Object array) {
            return ((List<?>) array).size();
        }

        @Override
        int arraySize(Object array) throws Throwable {
            int size = 0;
            for (Object value : (List<?>) array) {
                size = Math.addExact(size, element.size(value));
            }
            return size;
        }

        @Override
        Object readArray(LcmReader in, int length) throws Throwable {
            Object[] values = new Object[length];
            try {
                for (int i = 0; i < length; i++) {
                    values[i] = element.read(in, this);
                }
            } catch (BufferUnderflowException e) {
                throw in.truncated(this);
            }
            return List.of(values);
        }

        @Override
        void writeArray(Object array, LcmWriter out) throws Throwable {
            for (Object value : (List<?>) array) {
                element.write(value, out);
            }
        }

        @Override
        String wireType() {
            return element.wireType();
        }

        @Override
        long typeFingerprint(Set<Class<?>> path) {
            return element.fingerprint(path);
        }
    }
}
