package org.dimos.msgs.vision;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** The names of the classes that a detector tells apart, and the score from which on it reports one. */
@LcmType("vision_msgs.LabelInfo")
public record LabelInfo(Header header, List<VisionClass> classMap, float threshold) implements Stamped {

    public LabelInfo {
        requireNonNull(header, "header is null");
        classMap = List.copyOf(classMap);
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
