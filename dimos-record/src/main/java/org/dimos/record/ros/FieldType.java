package org.dimos.record.ros;

/** The type of a field, or of an array's elements. */
public sealed interface FieldType permits Primitive, StructType {

    /** The fewest bytes that a value takes, without padding. */
    int minSize();
}
