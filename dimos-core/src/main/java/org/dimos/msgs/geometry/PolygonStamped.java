package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** A polygon with its time and frame. */
@LcmType("geometry_msgs.PolygonStamped")
public record PolygonStamped(Header header, Polygon polygon) implements Stamped {

    public PolygonStamped {
        requireNonNull(header, "header is null");
        requireNonNull(polygon, "polygon is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
