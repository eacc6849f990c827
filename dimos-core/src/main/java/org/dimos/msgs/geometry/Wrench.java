package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;

/** Force in N and torque in N·m. */
@LcmType("geometry_msgs.Wrench")
public record Wrench(Vector3 force, Vector3 torque) {
    private static final Wrench ZERO = new Wrench(Vector3.zero(), Vector3.zero());

    public Wrench {
        requireNonNull(force, "force is null");
        requireNonNull(torque, "torque is null");
    }

    public static Wrench zero() {
        return ZERO;
    }
}
