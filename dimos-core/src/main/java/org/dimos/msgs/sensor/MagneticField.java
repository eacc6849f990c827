package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Doubles;
import org.dimos.core.message.LcmField;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.geometry.Vector3;
import org.dimos.msgs.std.Header;

/** Magnetic field in tesla; its covariance is 3x3, row by row. */
@LcmType("sensor_msgs.MagneticField")
public record MagneticField(
        Header header,
        Vector3 magneticField,
        @LcmField(size = 9) Doubles magneticFieldCovariance) implements Stamped {

    public MagneticField {
        requireNonNull(header, "header is null");
        requireNonNull(magneticField, "magneticField is null");
        magneticFieldCovariance.requireLength(9, "magneticFieldCovariance");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
