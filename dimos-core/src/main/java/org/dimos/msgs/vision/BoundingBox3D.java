package org.dimos.msgs.vision;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.Vector3;

/** A box in space: the pose of its centre and its whole size in m. */
@LcmType("vision_msgs.BoundingBox3D")
public record BoundingBox3D(Pose center, Vector3 size) {

    public BoundingBox3D {
        requireNonNull(center, "center is null");
        requireNonNull(size, "size is null");
    }
}
