package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** A pose and its uncertainty, with time and frame. */
@LcmType("geometry_msgs.PoseWithCovarianceStamped")
public record PoseWithCovarianceStamped(Header header, PoseWithCovariance pose) implements Stamped {

    public PoseWithCovarianceStamped {
        requireNonNull(header, "header is null");
        requireNonNull(pose, "pose is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
