package org.dimos.robots.go2;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import org.dimos.core.In;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.sensor.CameraInfo;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.sensor.Imu;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.tf2.TFMessage;

/**
 * The robot, which Python's {@code GO2Connection} drives in a process of its own: what that publishes comes in here, and
 * commands go to it. The blueprint says over which transport; there is nothing to do beside that.
 */
public final class Go2Connection implements RobotModule {

    @Inject
    Go2Connection(Ports ports) {
        requireNonNull(ports, "ports is null");
    }

    /**
     * The streams of the robot, as Python names them. The points of the lidar are voxels in the frame of the world, and
     * so is the odometry.
     */
    public record Ports(
            In<Twist> cmdVel,
            Out<PointCloud2> lidar,
            Out<PoseStamped> odom,
            Out<Image> colorImage,
            Out<CameraInfo> cameraInfo,
            Out<Imu> imu,
            Out<TFMessage> tf) {}
}
