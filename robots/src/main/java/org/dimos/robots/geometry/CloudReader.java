package org.dimos.robots.geometry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.sensor.PointField;

/** The coordinates of a {@link PointCloud2}, whatever its layout, as long as x, y and z are float32. */
public final class CloudReader {
    private final ByteBuffer data;
    private final int pointStep;
    private final int size;
    private final int x;
    private final int y;
    private final int z;

    /**
     * A view of the points of a cloud.
     *
     * @throws IllegalArgumentException if x, y or z is missing or of another type, or the data is too short
     */
    public CloudReader(PointCloud2 cloud) {
        data = cloud.data().asBuffer(cloud.isBigendian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        pointStep = cloud.pointStep();
        x = offset(cloud, "x");
        y = offset(cloud, "y");
        z = offset(cloud, "z");
        long points = (long) cloud.width() * cloud.height();
        if (points < 0 || points * pointStep > data.remaining()) {
            throw new IllegalArgumentException("the point cloud has " + data.remaining() + " bytes; its " + points
                    + " points of " + pointStep + " bytes need more");
        }
        size = (int) points;
    }

    private static int offset(PointCloud2 cloud, String name) {
        for (PointField field : cloud.fields()) {
            if (field.name().equals(name)) {
                return offset(cloud, field);
            }
        }
        throw new IllegalArgumentException("the point cloud has no field '" + name + "'; x, y and z are needed");
    }

    private static int offset(PointCloud2 cloud, PointField field) {
        if (field.datatype() != PointField.FLOAT32) {
            throw new IllegalArgumentException("field '" + field.name() + "' of the point cloud is of type "
                    + field.datatype() + "; it must be " + PointField.FLOAT32 + " (float32)");
        }
        if (field.offset() < 0 || field.offset() > cloud.pointStep() - Float.BYTES) {
            throw new IllegalArgumentException("field '" + field.name() + "' of the point cloud starts at byte "
                    + field.offset() + ", outside its points of " + cloud.pointStep() + " bytes");
        }
        return field.offset();
    }

    /** How many points there are. */
    public int size() {
        return size;
    }

    public float x(int point) {
        return data.getFloat(point * pointStep + x);
    }

    public float y(int point) {
        return data.getFloat(point * pointStep + y);
    }

    public float z(int point) {
        return data.getFloat(point * pointStep + z);
    }
}
