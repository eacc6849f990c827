package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Doubles;
import org.dimos.core.message.LcmField;
import org.dimos.core.message.LcmType;

/**
 * A pose and how uncertain it is: a 6x6 covariance, row by row, in the order x, y, z and the rotations about them.
 */
@LcmType("geometry_msgs.PoseWithCovariance")
public record PoseWithCovariance(
        Pose pose, @LcmField(size = 36) Doubles covariance) {

    public PoseWithCovariance {
        requireNonNull(pose, "pose is null");
        covariance.requireLength(36, "covariance");
    }

    /** With a covariance of zeros, which stands for an unknown one. */
    public static PoseWithCovariance of(Pose pose) {
        return new PoseWithCovariance(pose, Doubles.zeros(36));
    }
}
