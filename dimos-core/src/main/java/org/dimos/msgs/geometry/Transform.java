package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;

/**
 * The pose of a child frame in its parent frame: what {@link #apply} turns child coordinates into parent
 * coordinates with.
 */
@LcmType("geometry_msgs.Transform")
public record Transform(Vector3 translation, Quaternion rotation) {
    private static final Transform IDENTITY = new Transform(Vector3.zero(), Quaternion.identity());

    public Transform {
        requireNonNull(translation, "translation is null");
        requireNonNull(rotation, "rotation is null");
    }

    /** Two frames that are the same. */
    public static Transform identity() {
        return IDENTITY;
    }

    /** The pose of a grandchild frame in this parent, given the grandchild's pose in the child. */
    public Transform compose(Transform child) {
        return new Transform(apply(child.translation), rotation.multiply(child.rotation));
    }

    /** The pose of the parent frame in the child. */
    public Transform inverse() {
        Quaternion back = rotation.inverse();
        return new Transform(back.rotate(translation.times(-1)), back);
    }

    /** The parent's coordinates of a point given in the child's. */
    public Vector3 apply(Vector3 point) {
        return rotation.rotate(point).plus(translation);
    }

    /** The parent's coordinates of a point given in the child's. */
    public Vector3 apply(double x, double y, double z) {
        return apply(new Vector3(x, y, z));
    }

    /** The child frame's pose in the parent. */
    public Pose toPose() {
        return new Pose(new Point(translation.x(), translation.y(), translation.z()), rotation);
    }
}
