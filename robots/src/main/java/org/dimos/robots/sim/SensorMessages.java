package org.dimos.robots.sim;

import java.util.List;
import org.dimos.core.array.Bytes;
import org.dimos.core.array.Doubles;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.msgs.geometry.Transform;
import org.dimos.msgs.geometry.TransformStamped;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.geometry.Vector3;
import org.dimos.msgs.nav.Odometry;
import org.dimos.msgs.sensor.CameraInfo;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.sensor.Imu;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.sensor.RegionOfInterest;
import org.dimos.msgs.std.Header;
import org.dimos.msgs.tf2.TFMessage;
import org.dimos.robots.geometry.Pose2;

/** The robot's readings as messages. Frames follow ROS REP 103 and 105: odom, base_link, lidar, camera_optical. */
final class SensorMessages {
    private static final String ODOM = "odom";
    private static final String BASE = "base_link";
    private static final String LIDAR = "lidar";
    private static final String CAMERA = "camera_optical";
    /** From x right, y down, z forward to x forward, y left, z up. */
    private static final Quaternion OPTICAL = new Quaternion(-0.5, 0.5, -0.5, 0.5);

    private static final Doubles UNKNOWN_COVARIANCE = Doubles.zeros(9);

    private SensorMessages() {}

    static PointCloud2 lidar(Simulation simulation, long stamp) {
        return simulation.scan().toCloud(Header.of(stamp, LIDAR));
    }

    static Image color(Picture picture, long stamp) {
        return image(stamp, "rgb8", 3, picture.color());
    }

    static Image depth(Picture picture, long stamp) {
        return image(stamp, "16UC1", 2, picture.depth());
    }

    private static Image image(long stamp, String encoding, int bytesPerPixel, Bytes data) {
        int step = Camera.WIDTH * bytesPerPixel;
        return new Image(Header.of(stamp, CAMERA), Camera.HEIGHT, Camera.WIDTH, encoding, (byte) 0, step, data);
    }

    static CameraInfo cameraInfo(long stamp) {
        double f = Camera.FOCAL_LENGTH;
        double cx = Camera.CENTER_X;
        double cy = Camera.CENTER_Y;
        return new CameraInfo(
                Header.of(stamp, CAMERA),
                Camera.HEIGHT,
                Camera.WIDTH,
                "plumb_bob",
                Doubles.zeros(5),
                Doubles.copyOf(f, 0, cx, 0, f, cy, 0, 0, 1),
                Doubles.copyOf(1, 0, 0, 0, 1, 0, 0, 0, 1),
                Doubles.copyOf(f, 0, cx, 0, 0, f, cy, 0, 0, 0, 1, 0),
                0,
                0,
                new RegionOfInterest(0, 0, 0, 0, false));
    }

    static Imu imu(InertialUnit unit, long stamp) {
        return new Imu(
                Header.of(stamp, BASE),
                Quaternion.ofYaw(unit.heading()),
                UNKNOWN_COVARIANCE,
                unit.angularVelocity(),
                UNKNOWN_COVARIANCE,
                unit.linearAcceleration(),
                UNKNOWN_COVARIANCE);
    }

    static Odometry odom(WheelOdometry odometry, long stamp) {
        Pose2 pose = odometry.pose();
        return Odometry.of(
                Header.of(stamp, ODOM),
                BASE,
                Pose.planar(pose.x(), pose.y(), pose.yaw()),
                Twist.planar(odometry.speed(), odometry.turnRate()));
    }

    static TFMessage tf(WheelOdometry odometry, long stamp) {
        Pose2 pose = odometry.pose();
        Pose planar = Pose.planar(pose.x(), pose.y(), pose.yaw());
        Vector3 camera = new Vector3(Camera.FORWARD, 0, Camera.ABOVE);
        Vector3 lidar = new Vector3(0, 0, Lidar.HEIGHT);
        Header onBase = Header.of(stamp, BASE);
        return new TFMessage(List.of(
                new TransformStamped(Header.of(stamp, ODOM), BASE, planar.toTransform()),
                new TransformStamped(onBase, LIDAR, new Transform(lidar, Quaternion.identity())),
                new TransformStamped(onBase, CAMERA, new Transform(camera, OPTICAL))));
    }
}
