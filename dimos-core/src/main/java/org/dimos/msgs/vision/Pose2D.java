package org.dimos.msgs.vision;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;

/** A point in a picture, in pixels, and a rotation in rad. */
@LcmType("vision_msgs.Pose2D")
public record Pose2D(Point2D position, double theta) {

    public Pose2D {
        requireNonNull(position, "position is null");
    }
}
