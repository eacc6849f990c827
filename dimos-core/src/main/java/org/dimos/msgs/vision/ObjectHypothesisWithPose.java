package org.dimos.msgs.vision;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.msgs.geometry.PoseWithCovariance;

/** A class that an object may be of, and where the object would then be. */
@LcmType("vision_msgs.ObjectHypothesisWithPose")
public record ObjectHypothesisWithPose(ObjectHypothesis hypothesis, PoseWithCovariance pose) {

    public ObjectHypothesisWithPose {
        requireNonNull(hypothesis, "hypothesis is null");
        requireNonNull(pose, "pose is null");
    }
}
