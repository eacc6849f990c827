package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** The pose of frame {@code childFrameId} in the frame of the header, at the time of the header. */
@LcmType("geometry_msgs.TransformStamped")
public record TransformStamped(Header header, String childFrameId, Transform transform) implements Stamped {

    public TransformStamped {
        requireNonNull(header, "header is null");
        requireNonNull(childFrameId, "childFrameId is null");
        requireNonNull(transform, "transform is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
