package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** A velocity with its time and frame. */
@LcmType("geometry_msgs.TwistStamped")
public record TwistStamped(Header header, Twist twist) implements Stamped {

    public TwistStamped {
        requireNonNull(header, "header is null");
        requireNonNull(twist, "twist is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
