package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;

/** Acceleration: linear in m/s², angular in rad/s². */
@LcmType("geometry_msgs.Accel")
public record Accel(Vector3 linear, Vector3 angular) {
    private static final Accel ZERO = new Accel(Vector3.zero(), Vector3.zero());

    public Accel {
        requireNonNull(linear, "linear is null");
        requireNonNull(angular, "angular is null");
    }

    public static Accel zero() {
        return ZERO;
    }
}
