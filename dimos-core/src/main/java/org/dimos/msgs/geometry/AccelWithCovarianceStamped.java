package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** An acceleration and its uncertainty, with time and frame. */
@LcmType("geometry_msgs.AccelWithCovarianceStamped")
public record AccelWithCovarianceStamped(Header header, AccelWithCovariance accel) implements Stamped {

    public AccelWithCovarianceStamped {
        requireNonNull(header, "header is null");
        requireNonNull(accel, "accel is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
