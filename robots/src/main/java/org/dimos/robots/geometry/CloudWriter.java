package org.dimos.robots.geometry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.dimos.core.array.Bytes;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.sensor.PointField;
import org.dimos.msgs.std.Header;

/** Collects points for a {@link PointCloud2} in the layout of dimos: little-endian float32 x, y, z, intensity. */
public final class CloudWriter {
    static final int POINT_STEP = 16;
    private static final List<PointField> FIELDS = List.of(
            new PointField("x", 0, PointField.FLOAT32, 1),
            new PointField("y", 4, PointField.FLOAT32, 1),
            new PointField("z", 8, PointField.FLOAT32, 1),
            new PointField("intensity", 12, PointField.FLOAT32, 1));

    private ByteBuffer points;

    /** A writer with room for so many points; it grows when there are more. */
    public CloudWriter(int capacity) {
        points = ByteBuffer.allocate(capacity * POINT_STEP).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Adds a point, in metres. */
    public void add(double x, double y, double z, double intensity) {
        if (points.remaining() < POINT_STEP) {
            grow(POINT_STEP);
        }
        points.putFloat((float) x).putFloat((float) y).putFloat((float) z).putFloat((float) intensity);
    }

    /** Adds all points of another writer. */
    public void addAll(CloudWriter other) {
        int length = other.points.position();
        if (points.remaining() < length) {
            grow(length);
        }
        points.put(other.points.array(), 0, length);
    }

    private void grow(int more) {
        int capacity = Math.max(points.position() + more, 2 * points.capacity());
        ByteBuffer larger = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
        points = larger.put(points.flip());
    }

    /** How many points there are. */
    public int size() {
        return points.position() / POINT_STEP;
    }

    /** The points so far as a message. */
    public PointCloud2 toCloud(Header header) {
        byte[] data = Arrays.copyOf(points.array(), points.position());
        int width = size();
        return new PointCloud2(header, 1, width, FIELDS, false, POINT_STEP, width * POINT_STEP, Bytes.wrap(data), true);
    }
}
