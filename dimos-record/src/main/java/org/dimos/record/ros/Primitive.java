package org.dimos.record.ros;

import java.util.Map;
import java.util.Optional;

/** A primitive type, by its width: signed and unsigned numbers are the same bits. */
public enum Primitive implements FieldType {
    BOOL(1),
    INT8(1),
    INT16(2),
    INT32(4),
    INT64(8),
    FLOAT32(4),
    FLOAT64(8),
    STRING(4),
    /** A string of 16-bit characters, which no message record has. */
    WIDE_STRING(4);

    private static final Map<String, Primitive> BY_NAME = Map.ofEntries(
            Map.entry("bool", BOOL),
            Map.entry("int8", INT8),
            Map.entry("uint8", INT8),
            Map.entry("byte", INT8),
            Map.entry("char", INT8),
            Map.entry("int16", INT16),
            Map.entry("uint16", INT16),
            Map.entry("int32", INT32),
            Map.entry("uint32", INT32),
            Map.entry("int64", INT64),
            Map.entry("uint64", INT64),
            Map.entry("float32", FLOAT32),
            Map.entry("float64", FLOAT64),
            Map.entry("string", STRING),
            Map.entry("wstring", WIDE_STRING));

    private final int minSize;

    Primitive(int minSize) {
        this.minSize = minSize;
    }

    @Override
    public int minSize() {
        return minSize;
    }

    /** The primitive that a definition calls so. */
    static Optional<Primitive> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
