package org.dimos.msgs.geometry;

import org.dimos.core.message.LcmType;

/** A direction or displacement in space. */
@LcmType("geometry_msgs.Vector3")
public record Vector3(double x, double y, double z) {
    private static final Vector3 ZERO = new Vector3(0, 0, 0);

    public static Vector3 zero() {
        return ZERO;
    }

    public Vector3 plus(Vector3 other) {
        return new Vector3(x + other.x, y + other.y, z + other.z);
    }

    public Vector3 minus(Vector3 other) {
        return new Vector3(x - other.x, y - other.y, z - other.z);
    }

    public Vector3 times(double factor) {
        return new Vector3(x * factor, y * factor, z * factor);
    }

    public double dot(Vector3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    public Vector3 cross(Vector3 other) {
        return new Vector3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /** The Euclidean length. */
    public double length() {
        return Math.sqrt(dot(this));
    }

    /** The vector a fraction of the way from this one (0) to another (1), on a straight line. */
    public Vector3 lerp(Vector3 to, double fraction) {
        return new Vector3(x + (to.x - x) * fraction, y + (to.y - y) * fraction, z + (to.z - z) * fraction);
    }
}
