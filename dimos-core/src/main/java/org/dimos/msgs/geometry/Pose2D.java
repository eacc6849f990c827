package org.dimos.msgs.geometry;

import org.dimos.core.message.LcmType;

/** A pose in the plane: position in m, {@code theta} in rad. */
@LcmType("geometry_msgs.Pose2D")
public record Pose2D(double x, double y, double theta) {

    /** The same pose in space, on the ground. */
    public Pose toPose() {
        return Pose.planar(x, y, theta);
    }
}
