package org.dimos.msgs.geometry;

import org.dimos.core.message.LcmType;

/** A position in m. */
@LcmType("geometry_msgs.Point")
public record Point(double x, double y, double z) {
    private static final Point ORIGIN = new Point(0, 0, 0);

    public static Point origin() {
        return ORIGIN;
    }

    /** Straight-line distance in m. */
    public double distanceTo(Point other) {
        return toVector().minus(other.toVector()).length();
    }

    /** The displacement from the origin to here. */
    public Vector3 toVector() {
        return new Vector3(x, y, z);
    }
}
