package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;

/** Velocity: linear in m/s, angular in rad/s. */
@LcmType("geometry_msgs.Twist")
public record Twist(Vector3 linear, Vector3 angular) {
    private static final Twist ZERO = new Twist(Vector3.zero(), Vector3.zero());

    public Twist {
        requireNonNull(linear, "linear is null");
        requireNonNull(angular, "angular is null");
    }

    /** Standing still. */
    public static Twist zero() {
        return ZERO;
    }

    /** Driving on the ground: forward in m/s, turning counter-clockwise in rad/s. */
    public static Twist planar(double forward, double turn) {
        return new Twist(new Vector3(forward, 0, 0), new Vector3(0, 0, turn));
    }
}
