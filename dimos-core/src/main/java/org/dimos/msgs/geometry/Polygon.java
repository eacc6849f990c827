package org.dimos.msgs.geometry;

import java.util.List;
import org.dimos.core.message.LcmType;

/** A closed polygon: its corners in order, in m. */
@LcmType("geometry_msgs.Polygon")
public record Polygon(List<Point32> points) {

    public Polygon {
        points = List.copyOf(points);
    }
}
