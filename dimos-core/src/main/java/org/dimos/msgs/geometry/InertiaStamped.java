package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** An inertia with its time and frame. */
@LcmType("geometry_msgs.InertiaStamped")
public record InertiaStamped(Header header, Inertia inertia) implements Stamped {

    public InertiaStamped {
        requireNonNull(header, "header is null");
        requireNonNull(inertia, "inertia is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
