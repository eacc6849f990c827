package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** A pose with its time and frame. */
@LcmType("geometry_msgs.PoseStamped")
public record PoseStamped(Header header, Pose pose) implements Stamped {

    public PoseStamped {
        requireNonNull(header, "header is null");
        requireNonNull(pose, "pose is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
