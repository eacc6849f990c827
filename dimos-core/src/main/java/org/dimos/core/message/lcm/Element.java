package org.dimos.core.message.lcm;

import java.util.Set;

/** What can stand alone or in a list: a text or a struct. */
interface Element {

    int minSize();

    /** The bytes a value takes, each text taken for ASCII. */
    int size(Object value) throws Throwable;

    Object read(LcmReader in, Field field) throws Throwable;

    void write(Object value, LcmWriter out) throws Throwable;

    /** The name of a primitive type, empty for a struct. */
    String wireType();

    /** The fingerprint of a struct, 0 if the struct is already on the path, and for a text. */
    long fingerprint(Set<Class<?>> path);

    /** A text. */
    enum Text implements Element {
        TEXT;

        @Override
        public int minSize() {
            return Integer.BYTES + 1;
        }

        @Override
        public int size(Object value) {
            return Math.addExact(minSize(), ((String) value).length());
        }

        @Override
        public Object read(LcmReader in, Field field) {
            return in.readString(field);
        }

        @Override
        public void write(Object value, LcmWriter out) {
            out.writeString((String) value);
        }

        @Override
        public String wireType() {
            return "string";
        }

        @Override
        public long fingerprint(Set<Class<?>> path) {
            return 0;
        }
    }

    /** A struct, looked up when it is first used: in a list, a struct may contain its own type. */
    record Nested(Class<?> type) implements Element {

        private Struct struct() {
            return Struct.of(type);
        }

        @Override
        public int minSize() {
            return struct().minSize();
        }

        @Override
        public int size(Object value) throws Throwable {
            return struct().size(value);
        }

        @Override
        public Object read(LcmReader in, Field field) throws Throwable {
            return struct().read(in);
        }

        @Override
        public void write(Object value, LcmWriter out) throws Throwable {
            struct().write(value, out);
        }

        @Override
        public String wireType() {
            return "";
        }

        @Override
        public long fingerprint(Set<Class<?>> path) {
            return struct().fingerprint(path);
        }
    }
}
