package org.dimos.msgs.vision;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** Which detector made the detections, and where its classes are described. */
@LcmType("vision_msgs.VisionInfo")
public record VisionInfo(Header header, String method, String databaseLocation, int databaseVersion)
        implements Stamped {

    public VisionInfo {
        requireNonNull(header, "header is null");
        requireNonNull(method, "method is null");
        requireNonNull(databaseLocation, "databaseLocation is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
