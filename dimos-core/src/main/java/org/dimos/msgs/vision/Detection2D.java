package org.dimos.msgs.vision;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** One object found in a picture: what it may be and where; {@code id} is the same while it is tracked. */
@LcmType("vision_msgs.Detection2D")
public record Detection2D(Header header, List<ObjectHypothesisWithPose> results, BoundingBox2D bbox, String id)
        implements Stamped {

    public Detection2D {
        requireNonNull(header, "header is null");
        results = List.copyOf(results);
        requireNonNull(bbox, "bbox is null");
        requireNonNull(id, "id is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
