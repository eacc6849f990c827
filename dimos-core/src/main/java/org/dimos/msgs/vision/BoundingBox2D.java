package org.dimos.msgs.vision;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;

/** A rectangle in a picture, in pixels, possibly turned. */
@LcmType("vision_msgs.BoundingBox2D")
public record BoundingBox2D(Pose2D center, double sizeX, double sizeY) {

    public BoundingBox2D {
        requireNonNull(center, "center is null");
    }
}
