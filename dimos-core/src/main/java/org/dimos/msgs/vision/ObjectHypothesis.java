package org.dimos.msgs.vision;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;

/** A class that an object may be of, with a score. */
@LcmType("vision_msgs.ObjectHypothesis")
public record ObjectHypothesis(String classId, double score) {

    public ObjectHypothesis {
        requireNonNull(classId, "classId is null");
    }
}
