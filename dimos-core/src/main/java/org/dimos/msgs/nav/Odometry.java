package org.dimos.msgs.nav;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.PoseWithCovariance;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.geometry.TwistWithCovariance;
import org.dimos.msgs.std.Header;

/**
 * Pose in the frame of the header, and velocity in the frame {@code childFrameId}, as the robot itself estimates
 * them.
 */
@LcmType("nav_msgs.Odometry")
public record Odometry(Header header, String childFrameId, PoseWithCovariance pose, TwistWithCovariance twist)
        implements Stamped {

    public Odometry {
        requireNonNull(header, "header is null");
        requireNonNull(childFrameId, "childFrameId is null");
        requireNonNull(pose, "pose is null");
        requireNonNull(twist, "twist is null");
    }

    /** Odometry whose uncertainty is unknown. */
    public static Odometry of(Header header, String childFrameId, Pose pose, Twist twist) {
        return new Odometry(header, childFrameId, PoseWithCovariance.of(pose), TwistWithCovariance.of(twist));
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
