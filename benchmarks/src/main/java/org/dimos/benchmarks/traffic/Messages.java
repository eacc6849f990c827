package org.dimos.benchmarks.traffic;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.dimos.core.array.Bytes;
import org.dimos.core.array.Doubles;
import org.dimos.core.array.Floats;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.msgs.geometry.Transform;
import org.dimos.msgs.geometry.TransformStamped;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.geometry.TwistStamped;
import org.dimos.msgs.geometry.Vector3;
import org.dimos.msgs.nav.Odometry;
import org.dimos.msgs.sensor.CompressedImage;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.sensor.Imu;
import org.dimos.msgs.sensor.LaserScan;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.sensor.PointField;
import org.dimos.msgs.sensor.Range;
import org.dimos.msgs.std.Header;
import org.dimos.msgs.tf2.TFMessage;

/** Messages of given sizes. Their content is random and the same in each; their stamps differ. */
final class Messages {
    private static final int SEED = 20260102;
    private static final int POINT_BYTES = 16;

    private Messages() {}

    private static Bytes random(int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(SEED).nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    static LongFunction<Image> image(int width, int height, String encoding, int pixelBytes) {
        Bytes pixels = random(width * height * pixelBytes);
        return stamp ->
                new Image(Header.of(stamp, "camera"), height, width, encoding, (byte) 0, width * pixelBytes, pixels);
    }

    static LongFunction<CompressedImage> jpeg(int bytes) {
        Bytes data = random(bytes);
        return stamp -> new CompressedImage(Header.of(stamp, "camera"), "jpeg", data);
    }

    static LongFunction<PointCloud2> cloud(int bytes) {
        int points = bytes / POINT_BYTES;
        Bytes data = random(points * POINT_BYTES);
        List<PointField> fields = List.of(field("x", 0), field("y", 4), field("z", 8), field("intensity", 12));
        return stamp -> new PointCloud2(
                Header.of(stamp, "lidar"), 1, points, fields, false, POINT_BYTES, points * POINT_BYTES, data, true);
    }

    private static PointField field(String name, int offset) {
        return new PointField(name, offset, PointField.FLOAT32, 1);
    }

    static LongFunction<LaserScan> scan(int beams) {
        Floats ranges = Floats.zeros(beams);
        return stamp ->
                new LaserScan(Header.of(stamp, "laser"), -2, 2, 4f / beams, 0, 0.05f, 0.1f, 30, ranges, Floats.empty());
    }

    static LongFunction<Imu> imu() {
        Doubles covariance = Doubles.zeros(9);
        Vector3 vector = new Vector3(0.1, 0.2, 9.8);
        return stamp -> new Imu(
                Header.of(stamp, "imu"), Quaternion.identity(), covariance, vector, covariance, vector, covariance);
    }

    static LongFunction<Odometry> odometry() {
        return stamp -> {
            double x = stamp % 1_000_000_000_000L / 1e10;
            Pose pose = new Pose(new Point(x, -x, 0), Quaternion.ofYaw(x));
            return Odometry.of(Header.of(stamp, "odom"), "base_link", pose, Twist.planar(0.5, 0.1));
        };
    }

    static LongFunction<TFMessage> tf() {
        return stamp -> TFMessage.of(
                new TransformStamped(Header.of(stamp, "map"), "odom", Transform.identity()),
                new TransformStamped(Header.of(stamp, "odom"), "base_link", Transform.identity()));
    }

    static LongFunction<Range> range() {
        String frame = "u".repeat(113);
        return stamp -> new Range(Header.of(stamp, frame), (byte) 0, 0.5f, 0.02f, 4, 1);
    }

    /** A message of 73 bytes and its frame's name. */
    static LongFunction<TwistStamped> twist(int bytes) {
        String frame = "f".repeat(bytes - 73);
        Twist twist = Twist.planar(0.5, 0.1);
        return stamp -> new TwistStamped(Header.of(stamp, frame), twist);
    }
}
