package org.dimos.msgs.geometry;

import org.dimos.core.message.LcmType;

/** A rotation as a quaternion; {@code w} is the real part. The methods that rotate expect unit length. */
@LcmType("geometry_msgs.Quaternion")
public record Quaternion(double x, double y, double z, double w) {
    private static final Quaternion IDENTITY = new Quaternion(0, 0, 0, 1);

    /** No rotation. */
    public static Quaternion identity() {
        return IDENTITY;
    }

    /** A rotation about the vertical axis, in rad, counter-clockwise seen from above. */
    public static Quaternion ofYaw(double yaw) {
        return new Quaternion(0, 0, StrictMath.sin(yaw / 2), StrictMath.cos(yaw / 2));
    }

    /** A rotation by roll about x, then pitch about y, then yaw about z, all about the fixed axes and in rad. */
    public static Quaternion ofRollPitchYaw(double roll, double pitch, double yaw) {
        Quaternion aboutX = new Quaternion(StrictMath.sin(roll / 2), 0, 0, StrictMath.cos(roll / 2));
        Quaternion aboutY = new Quaternion(0, StrictMath.sin(pitch / 2), 0, StrictMath.cos(pitch / 2));
        return ofYaw(yaw).multiply(aboutY).multiply(aboutX);
    }

    /** The heading in rad, from -π to π. */
    public double yaw() {
        return StrictMath.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z));
    }

    /** The rotation that does the other one first, then this one. */
    public Quaternion multiply(Quaternion other) {
        return new Quaternion(
                w * other.x + x * other.w + y * other.z - z * other.y,
                w * other.y - x * other.z + y * other.w + z * other.x,
                w * other.z + x * other.y - y * other.x + z * other.w,
                w * other.w - x * other.x - y * other.y - z * other.z);
    }

    /** The rotation that undoes this one. */
    public Quaternion inverse() {
        double square = dot(this);
        return new Quaternion(-x / square, -y / square, -z / square, w / square);
    }

    /** The same rotation at unit length; the identity if all parts are 0. */
    public Quaternion normalized() {
        double length = Math.sqrt(dot(this));
        return length == 0 ? IDENTITY : new Quaternion(x / length, y / length, z / length, w / length);
    }

    /** The vector after this rotation. */
    public Vector3 rotate(Vector3 vector) {
        Vector3 axis = new Vector3(x, y, z);
        Vector3 twice = axis.cross(vector).times(2);
        return vector.plus(twice.times(w)).plus(axis.cross(twice));
    }

    /** The rotation a fraction of the way from this one (0) to another (1), the shorter way round. */
    public Quaternion slerp(Quaternion to, double fraction) {
        return Arc.between(this, to).at(fraction);
    }

    double dot(Quaternion other) {
        return x * other.x + y * other.y + z * other.z + w * other.w;
    }
}
