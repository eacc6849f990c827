package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Doubles;
import org.dimos.core.message.LcmField;
import org.dimos.core.message.LcmType;

/**
 * An acceleration and how uncertain it is: a 6x6 covariance, row by row, in the order x, y, z and the rotations
 * about them.
 */
@LcmType("geometry_msgs.AccelWithCovariance")
public record AccelWithCovariance(
        Accel accel, @LcmField(size = 36) Doubles covariance) {

    public AccelWithCovariance {
        requireNonNull(accel, "accel is null");
        covariance.requireLength(36, "covariance");
    }

    /** With a covariance of zeros, which stands for an unknown one. */
    public static AccelWithCovariance of(Accel accel) {
        return new AccelWithCovariance(accel, Doubles.zeros(36));
    }
}
