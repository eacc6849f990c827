package org.dimos.robots.geometry;

/** A place on the floor and a heading: metres and radians. */
public record Pose2(double x, double y, double yaw) {

    /** Where a frame has its zero. */
    public static final Pose2 ORIGIN = new Pose2(0, 0, 0);

    /** The angle in (-pi, pi] that points the same way. */
    public static double wrap(double angle) {
        return angle - 2 * Math.PI * Math.ceil((angle - Math.PI) / (2 * Math.PI));
    }

    /** This pose after driving a short arc. */
    public Pose2 advanced(double distance, double turn) {
        double heading = yaw + turn / 2;
        return new Pose2(
                x + distance * StrictMath.cos(heading), y + distance * StrictMath.sin(heading), wrap(yaw + turn));
    }

    /** A pose between this one and another; {@code fraction} 0 is this one, 1 the other. Turns the short way. */
    public Pose2 interpolated(Pose2 other, double fraction) {
        return new Pose2(
                x + fraction * (other.x - x),
                y + fraction * (other.y - y),
                wrap(yaw + fraction * wrap(other.yaw - yaw)));
    }

    /** A pose given in this one's frame, in the frame of this one. */
    public Pose2 compose(Pose2 local) {
        double cos = StrictMath.cos(yaw);
        double sin = StrictMath.sin(yaw);
        return new Pose2(x + cos * local.x - sin * local.y, y + sin * local.x + cos * local.y, wrap(yaw + local.yaw));
    }

    /** How far away a point is, in metres. */
    public double distanceTo(double otherX, double otherY) {
        double dx = otherX - x;
        double dy = otherY - y;
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** Which way a point lies, seen from here: 0 straight ahead, positive to the left. */
    public double bearingTo(double otherX, double otherY) {
        return wrap(StrictMath.atan2(otherY - y, otherX - x) - yaw);
    }
}
