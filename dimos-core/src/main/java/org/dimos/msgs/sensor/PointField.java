package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;

/**
 * One value of each point of a {@link PointCloud2}: where it starts, and its type from 1 to 8 ({@link #INT8} to
 * {@link #FLOAT64}).
 */
@LcmType("sensor_msgs.PointField")
public record PointField(String name, int offset, byte datatype, int count) {
    public static final byte INT8 = 1;
    public static final byte UINT8 = 2;
    public static final byte INT16 = 3;
    public static final byte UINT16 = 4;
    public static final byte INT32 = 5;
    public static final byte UINT32 = 6;
    public static final byte FLOAT32 = 7;
    public static final byte FLOAT64 = 8;

    public PointField {
        requireNonNull(name, "name is null");
    }

    /** The bytes of one value of this type; 0 if the type is unknown. */
    public int valueSize() {
        return switch (datatype) {
            case INT8, UINT8 -> 1;
            case INT16, UINT16 -> 2;
            case INT32, UINT32, FLOAT32 -> 4;
            case FLOAT64 -> 8;
            default -> 0;
        };
    }
}
