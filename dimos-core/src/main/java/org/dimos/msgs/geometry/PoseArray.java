package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** Poses that share one time and frame. */
@LcmType("geometry_msgs.PoseArray")
public record PoseArray(Header header, List<Pose> poses) implements Stamped {

    public PoseArray {
        requireNonNull(header, "header is null");
        poses = List.copyOf(poses);
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
