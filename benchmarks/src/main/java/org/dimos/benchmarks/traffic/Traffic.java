package org.dimos.benchmarks.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.dimos.msgs.geometry.TwistStamped;
import org.dimos.msgs.nav.Odometry;
import org.dimos.msgs.sensor.CompressedImage;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.sensor.Imu;
import org.dimos.msgs.sensor.LaserScan;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.sensor.Range;
import org.dimos.msgs.tf2.TFMessage;

/** All sources of a robot. */
public final class Traffic {
    private final List<Source<?>> sources = new ArrayList<>();

    private Traffic() {}

    /** The sources, in no particular order. */
    public List<Source<?>> sources() {
        return List.copyOf(sources);
    }

    /** How many messages all send in a time. */
    public long messages(Duration time) {
        return sources.stream().mapToLong(source -> source.messages(time)).sum();
    }

    private <T> Traffic add(int count, String stream, Class<T> type, double hertz, LongFunction<T> message) {
        for (int i = 0; i < count; i++) {
            sources.add(new Source<>(count == 1 ? stream : stream + "_" + i, type, hertz, message));
        }
        return this;
    }

    /** W-REC: a robot with cameras, depth, lidar: 750 messages and 64.85 MiB a second. */
    public static Traffic rec() {
        return new Traffic()
                .add(1, "color_image", Image.class, 30, Messages.image(640, 480, "rgb8", 3))
                .add(2, "gray_image", Image.class, 30, Messages.image(640, 480, "mono8", 1))
                .add(1, "depth_image", Image.class, 30, Messages.image(640, 480, "16UC1", 2))
                .add(1, "imu", Imu.class, 400, Messages.imu())
                .add(1, "lidar", PointCloud2.class, 10, Messages.cloud(320_000))
                .add(1, "odom", Odometry.class, 200, Messages.odometry())
                .add(1, "tf", TFMessage.class, 20, Messages.tf());
    }

    /** W-ROBOTEC: 20 streams of 200 kB at 25 Hz, 100 MB a second. */
    public static Traffic robotec() {
        return new Traffic().add(20, "cloud", PointCloud2.class, 25, Messages.cloud(200_000));
    }

    /** W-110: 500 streams of 100 bytes at 200 Hz and one of 5 MB at 10 Hz. */
    public static Traffic manySmall() {
        return new Traffic()
                .add(500, "velocity", TwistStamped.class, 200, Messages.twist(100))
                .add(1, "color_image", Image.class, 10, Messages.image(1600, 1042, "rgb8", 3));
    }

    /** W-AUTO: a car, 570 MB a second: more than a disk takes. */
    public static Traffic car() {
        return new Traffic()
                .add(4, "lidar", PointCloud2.class, 25, Messages.cloud(160_000))
                .add(1, "roof_lidar", PointCloud2.class, 25, Messages.cloud(640_000))
                .add(6, "camera", Image.class, 24, Messages.image(1250, 1000, "rgb8", 3))
                .add(5, "radar", PointCloud2.class, 50, Messages.cloud(1_600))
                .add(1, "gps", TwistStamped.class, 25, Messages.twist(200))
                .add(1, "imu", Imu.class, 100, Messages.imu())
                .add(12, "ultrasonic", Range.class, 40, Messages.range());
    }

    /** 20 streams of 100 bytes at 200 Hz: as many messages as there can be in a file. */
    public static Traffic small() {
        return new Traffic().add(20, "velocity", TwistStamped.class, 200, Messages.twist(100));
    }

    /** 20 streams of a mobile robot, 21 MB and about 1,700 messages a second. */
    public static Traffic mobileRobot() {
        return new Traffic()
                .add(3, "camera", CompressedImage.class, 15, Messages.jpeg(100_000))
                .add(1, "color_image", Image.class, 5, Messages.image(640, 480, "rgb8", 3))
                .add(1, "depth_image", Image.class, 10, Messages.image(640, 480, "16UC1", 2))
                .add(2, "lidar", PointCloud2.class, 10, Messages.cloud(240_000))
                .add(2, "scan", LaserScan.class, 20, Messages.scan(1_080))
                .add(4, "imu", Imu.class, 200, Messages.imu())
                .add(2, "odom", Odometry.class, 50, Messages.odometry())
                .add(1, "tf", TFMessage.class, 50, Messages.tf())
                .add(2, "cmd_vel", TwistStamped.class, 20, Messages.twist(100))
                .add(2, "velocity", TwistStamped.class, 200, Messages.twist(120));
    }
}
