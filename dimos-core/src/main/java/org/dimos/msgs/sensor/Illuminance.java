package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** Light in lux; a variance of 0 means unknown. */
@LcmType("sensor_msgs.Illuminance")
public record Illuminance(Header header, double illuminance, double variance) implements Stamped {

    public Illuminance {
        requireNonNull(header, "header is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
