package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Doubles;
import org.dimos.core.message.LcmField;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.msgs.geometry.Vector3;
import org.dimos.msgs.std.Header;

/**
 * Orientation, angular velocity in rad/s and acceleration in m/s²; covariances are 3x3, row by row. A first
 * covariance element of -1 means that the value is not measured.
 */
@LcmType("sensor_msgs.Imu")
public record Imu(
        Header header,
        Quaternion orientation,
        @LcmField(size = 9) Doubles orientationCovariance,
        Vector3 angularVelocity,
        @LcmField(size = 9) Doubles angularVelocityCovariance,
        Vector3 linearAcceleration,
        @LcmField(size = 9) Doubles linearAccelerationCovariance)
        implements Stamped {

    public Imu {
        requireNonNull(header, "header is null");
        requireNonNull(orientation, "orientation is null");
        orientationCovariance.requireLength(9, "orientationCovariance");
        requireNonNull(angularVelocity, "angularVelocity is null");
        angularVelocityCovariance.requireLength(9, "angularVelocityCovariance");
        requireNonNull(linearAcceleration, "linearAcceleration is null");
        linearAccelerationCovariance.requireLength(9, "linearAccelerationCovariance");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
