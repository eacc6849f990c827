package org.dimos.msgs.geometry;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** An acceleration with its time and frame. */
@LcmType("geometry_msgs.AccelStamped")
public record AccelStamped(Header header, Accel accel) implements Stamped {

    public AccelStamped {
        requireNonNull(header, "header is null");
        requireNonNull(accel, "accel is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
