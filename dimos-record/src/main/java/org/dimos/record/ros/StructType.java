package org.dimos.record.ros;

import java.util.List;

/** A type of messages: its fields in the order of their bytes. */
public final class StructType implements FieldType {
    static final int MOST = Integer.MAX_VALUE;

    /** Seconds and nanoseconds, of a time or of a duration. */
    static final StructType SECONDS_AND_NANOS = new StructType(
            "time",
            List.of(new Field("sec", Primitive.INT32, Count.ONE), new Field("nsec", Primitive.INT32, Count.ONE)));

    private final String name;
    private final List<Field> fields;
    private final int minSize;

    StructType(String name, List<Field> fields) {
        this.name = name;
        this.fields = List.copyOf(fields);
        this.minSize = (int) Math.min(fields.stream().mapToLong(Field::minSize).sum(), MOST);
    }

    /** The name, for messages to a person. */
    public String name() {
        return name;
    }

    public List<Field> fields() {
        return fields;
    }

    @Override
    public int minSize() {
        return minSize;
    }

    @Override
    public String toString() {
        return name;
    }
}
