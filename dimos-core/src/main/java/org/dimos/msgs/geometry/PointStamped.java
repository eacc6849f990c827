package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** A position with its time and frame. */
@LcmType("geometry_msgs.PointStamped")
public record PointStamped(Header header, Point point) implements Stamped {

    public PointStamped {
        requireNonNull(header, "header is null");
        requireNonNull(point, "point is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
