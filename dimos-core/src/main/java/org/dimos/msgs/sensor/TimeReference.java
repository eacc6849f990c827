package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;
import org.dimos.msgs.std.Time;

/** The time of an external clock, such as of a satellite receiver, at the time of the header. */
@LcmType("sensor_msgs.TimeReference")
public record TimeReference(Header header, Time timeRef, String source) implements Stamped {

    public TimeReference {
        requireNonNull(header, "header is null");
        requireNonNull(timeRef, "timeRef is null");
        requireNonNull(source, "source is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
