package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;

/** Where something is and how it is turned: position in m, orientation as a unit quaternion. */
@LcmType("geometry_msgs.Pose")
public record Pose(Point position, Quaternion orientation) {
    private static final Pose IDENTITY = new Pose(Point.origin(), Quaternion.identity());

    public Pose {
        requireNonNull(position, "position is null");
        requireNonNull(orientation, "orientation is null");
    }

    /** At the origin, not turned. */
    public static Pose identity() {
        return IDENTITY;
    }

    /** A pose on the ground: position in m, heading in rad. */
    public static Pose planar(double x, double y, double yaw) {
        return new Pose(new Point(x, y, 0), Quaternion.ofYaw(yaw));
    }

    /** The transform from the frame that has this pose to the frame the pose is given in. */
    public Transform toTransform() {
        return new Transform(position.toVector(), orientation);
    }
}
