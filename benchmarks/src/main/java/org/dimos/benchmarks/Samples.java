package org.dimos.benchmarks;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.SplittableRandom;
import org.dimos.core.array.Bytes;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.sensor.PointField;
import org.dimos.msgs.std.Header;

/** Messages of the sizes that robots send, the same in each run. */
final class Samples {
    private static final int SEED = 20260101;
    private static final long STAMP = 1_700_000_000_000_000_000L;
    private static final int POINT_STEP = 16;

    private Samples() {}

    static Twist twist() {
        return Twist.planar(0.5, -0.25);
    }

    /** An rgb8 picture of 640 x 480, 900 KiB. */
    static Image image() {
        byte[] pixels = new byte[640 * 480 * 3];
        new SplittableRandom(SEED).nextBytes(pixels);
        return new Image(Header.of(STAMP, "camera"), 480, 640, "rgb8", (byte) 0, 640 * 3, Bytes.wrap(pixels));
    }

    /** 20,000 points of x, y, z and intensity, 312 KiB. */
    static PointCloud2 cloud() {
        int points = 20_000;
        ByteBuffer data = ByteBuffer.allocate(points * POINT_STEP).order(ByteOrder.LITTLE_ENDIAN);
        SplittableRandom random = new SplittableRandom(SEED);
        while (data.hasRemaining()) {
            data.putFloat((float) random.nextDouble(-50, 50));
        }
        List<PointField> fields = List.of(field("x", 0), field("y", 4), field("z", 8), field("intensity", 12));
        Bytes bytes = Bytes.wrap(data.array());
        return new PointCloud2(
                Header.of(STAMP, "lidar"), 1, points, fields, false, POINT_STEP, points * POINT_STEP, bytes, true);
    }

    private static PointField field(String name, int offset) {
        return new PointField(name, offset, PointField.FLOAT32, 1);
    }
}
