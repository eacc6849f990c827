package org.dimos.msgs.vision;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** Rectangles in one picture. */
@LcmType("vision_msgs.BoundingBox2DArray")
public record BoundingBox2DArray(Header header, List<BoundingBox2D> boxes) implements Stamped {

    public BoundingBox2DArray {
        requireNonNull(header, "header is null");
        boxes = List.copyOf(boxes);
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
