package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** A force and torque with time and frame. */
@LcmType("geometry_msgs.WrenchStamped")
public record WrenchStamped(Header header, Wrench wrench) implements Stamped {

    public WrenchStamped {
        requireNonNull(header, "header is null");
        requireNonNull(wrench, "wrench is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
