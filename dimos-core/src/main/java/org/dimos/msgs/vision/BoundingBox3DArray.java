package org.dimos.msgs.vision;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** Boxes in one frame. */
@LcmType("vision_msgs.BoundingBox3DArray")
public record BoundingBox3DArray(Header header, List<BoundingBox3D> boxes) implements Stamped {

    public BoundingBox3DArray {
        requireNonNull(header, "header is null");
        boxes = List.copyOf(boxes);
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
