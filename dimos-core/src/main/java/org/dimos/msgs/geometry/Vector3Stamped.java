package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** A vector with its time and frame. */
@LcmType("geometry_msgs.Vector3Stamped")
public record Vector3Stamped(Header header, Vector3 vector) implements Stamped {

    public Vector3Stamped {
        requireNonNull(header, "header is null");
        requireNonNull(vector, "vector is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
