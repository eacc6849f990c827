package org.dimos.msgs.vision;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** What a picture as a whole may show. */
@LcmType("vision_msgs.Classification")
public record Classification(Header header, List<ObjectHypothesis> results) implements Stamped {

    public Classification {
        requireNonNull(header, "header is null");
        results = List.copyOf(results);
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
