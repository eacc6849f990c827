package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/**
 * One distance in m, such as of an ultrasonic sensor ({@code radiationType} 0) or an infrared one (1); field of
 * view in rad.
 */
@LcmType("sensor_msgs.Range")
public record Range(Header header, byte radiationType, float fieldOfView, float minRange, float maxRange, float range)
        implements Stamped {

    public Range {
        requireNonNull(header, "header is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
