package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;

/** Mass {@code m} in kg, centre of mass in m, and the inertia tensor about it in kg·m². */
@LcmType("geometry_msgs.Inertia")
public record Inertia(double m, Vector3 com, double ixx, double ixy, double ixz, double iyy, double iyz, double izz) {

    public Inertia {
        requireNonNull(com, "com is null");
    }
}
