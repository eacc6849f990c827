package org.dimos.msgs.geometry;

/**
 * The shorter way from one rotation to another, at an even pace (spherical linear interpolation). What it costs to find
 * the way is paid once, however many places on it are asked for.
 *
 * @param from where it begins
 * @param to where it ends
 * @param sign -1 if the end has to be taken as its negative, which is the same rotation
 * @param angle half the angle of the turn, in rad
 * @param sine of that angle
 */
public record Arc(Quaternion from, Quaternion to, double sign, double angle, double sine) {
    private static final double CLOSE = 1e-9;

    /** The way between two rotations of unit length. */
    public static Arc between(Quaternion from, Quaternion to) {
        double cosine = from.dot(to);
        double angle = StrictMath.acos(Math.min(1, Math.abs(cosine)));
        return new Arc(from, to, cosine < 0 ? -1 : 1, angle, StrictMath.sin(angle));
    }

    /** The rotation a fraction of the way, from 0 at the beginning to 1 at the end. */
    public Quaternion at(double fraction) {
        boolean close = sine < CLOSE;
        double here = close ? 1 - fraction : StrictMath.sin((1 - fraction) * angle) / sine;
        double there = sign * (close ? fraction : StrictMath.sin(fraction * angle) / sine);
        return new Quaternion(
                        here * from.x() + there * to.x(),
                        here * from.y() + there * to.y(),
                        here * from.z() + there * to.z(),
                        here * from.w() + there * to.w())
                .normalized();
    }
}
