package org.dimos.msgs.vision;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** All objects found in space at one time. */
@LcmType("vision_msgs.Detection3DArray")
public record Detection3DArray(Header header, List<Detection3D> detections) implements Stamped {

    public Detection3DArray {
        requireNonNull(header, "header is null");
        detections = List.copyOf(detections);
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
