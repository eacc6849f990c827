package org.dimos.msgs.vision;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;

/** Number and name of a class of objects. */
@LcmType("vision_msgs.VisionClass")
public record VisionClass(short classId, String className) {

    public VisionClass {
        requireNonNull(className, "className is null");
    }
}
