package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** A rotation with its time and frame. */
@LcmType("geometry_msgs.QuaternionStamped")
public record QuaternionStamped(Header header, Quaternion quaternion) implements Stamped {

    public QuaternionStamped {
        requireNonNull(header, "header is null");
        requireNonNull(quaternion, "quaternion is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
