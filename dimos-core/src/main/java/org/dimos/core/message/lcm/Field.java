package org.dimos.core.message.lcm;

import java.nio.ByteBuffer;
import java.util.Set;

/** One field of a struct: how its value gets out of a record and into bytes, and back out of bytes. */
abstract class Field {
    private final FieldName name;

    Field(FieldName name) {
        this.name = name;
    }

    /** The bytes that the field takes at least; the count of a variable array is not part of it. */
    abstract int minSize();

    /** The bytes that the field of this record takes, each text taken for ASCII; without a variable array's count. */
    abstract int size(Object record) throws Throwable;

    abstract Object read(LcmReader in, int count) throws Throwable;

    abstract void write(Object record, LcmWriter out) throws Throwable;

    /** Adds name, type and dimensions. */
    abstract void addTo(Fingerprint fingerprint);

    /** The fingerprint of the type, if that is a struct, else 0. */
    long typeFingerprint(Set<Class<?>> path) {
        return 0;
    }

    /** Whether this is a variable array, whose count stands at the top of the struct. */
    boolean counted() {
        return false;
    }

    /** How many elements a variable array has. */
    int count(Object record) throws Throwable {
        throw new IllegalStateException(this + " is no variable array");
    }

    /** The bytes that an element of an array takes at least. */
    int elementSize() {
        throw new IllegalStateException(this + " is no array");
    }

    final FieldName name() {
        return name;
    }

    @Override
    public final String toString() {
        return name.toString();
    }

    /** A field of a primitive type. */
    static final class OfPrimitive extends Field {
        private final Primitive primitive;
        private final String wireType;
        private final Getter getter;

        OfPrimitive(FieldName name, Getter getter, Primitive primitive, String wireType) {
            super(name);
            this.getter = getter;
            this.primitive = primitive;
            this.wireType = wireType;
        }

        @Override
        int minSize() {
            return primitive.size();
        }

        @Override
        int size(Object record) {
            return primitive.size();
        }

        @Override
        Object read(LcmReader in, int count) {
            return primitive.read(in.buffer());
        }

        @Override
        void write(Object record, LcmWriter out) throws Throwable {
            ByteBuffer buffer = out.room(primitive.size());
            primitive.write(getter.handle(), record, buffer);
        }

        @Override
        void addTo(Fingerprint fingerprint) {
            fingerprint.addMember(name().wire(), wireType);
        }
    }

    /** A field that is one text or one struct. */
    static final class OfElement extends Field {
        private final Getter getter;
        private final Element element;

        OfElement(FieldName name, Getter getter, Element element) {
            super(name);
            this.getter = getter;
            this.element = element;
        }

        @Override
        int minSize() {
            return element.minSize();
        }

        @Override
        int size(Object record) throws Throwable {
            return element.size(getter.object(record));
        }

        @Override
        Object read(LcmReader in, int count) throws Throwable {
            return element.read(in, this);
        }

        @Override
        void write(Object record, LcmWriter out) throws Throwable {
            element.write(getter.object(record), out);
        }

        @Override
        void addTo(Fingerprint fingerprint) {
            fingerprint.addMember(name().wire(), element.wireType());
        }

        @Override
        long typeFingerprint(Set<Class<?>> path) {
            return element.fingerprint(path);
        }
    }
}
