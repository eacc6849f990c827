package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.MessageFormatException;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/**
 * Points in a layout of their own: {@code fields} says where in the {@code pointStep} bytes of a point each value
 * lies.
 */
@LcmType("sensor_msgs.PointCloud2")
public record PointCloud2(
        Header header,
        int height,
        int width,
        List<PointField> fields,
        boolean isBigendian,
        int pointStep,
        int rowStep,
        Bytes data,
        boolean isDense)
        implements Stamped {
    private static final int XYZ_INTENSITY_STEP = 16;
    private static final List<PointField> XYZ_INTENSITY = List.of(
            new PointField("x", 0, PointField.FLOAT32, 1),
            new PointField("y", 4, PointField.FLOAT32, 1),
            new PointField("z", 8, PointField.FLOAT32, 1),
            new PointField("intensity", 12, PointField.FLOAT32, 1));

    public PointCloud2 {
        requireNonNull(header, "header is null");
        fields = List.copyOf(fields);
        requireNonNull(data, "data is null");
    }

    /**
     * Points in dimos's layout, with an intensity of 0.
     *
     * @param xyz x, y, z of the first point in m, then of the second, and so on
     */
    public static PointCloud2 ofXyz(Header header, float... xyz) {
        return ofXyzIntensity(header, xyz, new float[xyz.length / 3]);
    }

    /**
     * Points in dimos's layout: 16 bytes per point, x, y, z and intensity as little-endian 32-bit floats.
     *
     * @param xyz x, y, z of the first point in m, then of the second, and so on
     * @param intensity one value per point
     */
    public static PointCloud2 ofXyzIntensity(Header header, float[] xyz, float[] intensity) {
        int points = intensity.length;
        if (xyz.length != 3L * points) {
            throw new IllegalArgumentException(xyz.length + " coordinates and " + points
                    + " intensities do not belong together: a point has 3 and 1");
        }
        ByteBuffer data = ByteBuffer.allocate(Math.multiplyExact(points, XYZ_INTENSITY_STEP))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < points; i++) {
            data.putFloat(xyz[3 * i])
                    .putFloat(xyz[3 * i + 1])
                    .putFloat(xyz[3 * i + 2])
                    .putFloat(intensity[i]);
        }
        return new PointCloud2(
                header,
                1,
                points,
                XYZ_INTENSITY,
                false,
                XYZ_INTENSITY_STEP,
                data.capacity(),
                Bytes.wrap(data.array()),
                true);
    }

    /**
     * Reads the points.
     *
     * @throws MessageFormatException if the layout does not fit the data, or there is no x, y or z
     */
    public PointReader points() {
        return new PointReader(this);
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
