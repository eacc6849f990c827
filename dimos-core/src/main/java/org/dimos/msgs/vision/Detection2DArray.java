package org.dimos.msgs.vision;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** All objects found in one picture. */
@LcmType("vision_msgs.Detection2DArray")
public record Detection2DArray(Header header, List<Detection2D> detections) implements Stamped {

    public Detection2DArray {
        requireNonNull(header, "header is null");
        detections = List.copyOf(detections);
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
