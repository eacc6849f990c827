package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Doubles;
import org.dimos.core.message.LcmField;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/**
 * A satellite fix: latitude and longitude in degrees (WGS 84), altitude in m; the covariance is 3x3, in m², east,
 * north, up.
 */
@LcmType("sensor_msgs.NavSatFix")
public record NavSatFix(
        Header header,
        NavSatStatus status,
        double latitude,
        double longitude,
        double altitude,
        @LcmField(size = 9) Doubles positionCovariance,
        byte positionCovarianceType)
        implements Stamped {

    public NavSatFix {
        requireNonNull(header, "header is null");
        requireNonNull(status, "status is null");
        positionCovariance.requireLength(9, "positionCovariance");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
