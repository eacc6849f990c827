package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Doubles;
import org.dimos.core.message.LcmField;
import org.dimos.core.message.LcmType;

/**
 * A velocity and how uncertain it is: a 6x6 covariance, row by row, in the order x, y, z and the rotations about
 * them.
 */
@LcmType("geometry_msgs.TwistWithCovariance")
public record TwistWithCovariance(
        Twist twist, @LcmField(size = 36) Doubles covariance) {

    public TwistWithCovariance {
        requireNonNull(twist, "twist is null");
        covariance.requireLength(36, "covariance");
    }

    /** With a covariance of zeros, which stands for an unknown one. */
    public static TwistWithCovariance of(Twist twist) {
        return new TwistWithCovariance(twist, Doubles.zeros(36));
    }
}
