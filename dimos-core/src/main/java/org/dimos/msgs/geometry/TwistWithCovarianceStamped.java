package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** A velocity and its uncertainty, with time and frame. */
@LcmType("geometry_msgs.TwistWithCovarianceStamped")
public record TwistWithCovarianceStamped(Header header, TwistWithCovariance twist) implements Stamped {

    public TwistWithCovarianceStamped {
        requireNonNull(header, "header is null");
        requireNonNull(twist, "twist is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
