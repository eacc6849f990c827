package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** Humidity from 0 to 1; a variance of 0 means unknown. */
@LcmType("sensor_msgs.RelativeHumidity")
public record RelativeHumidity(Header header, double relativeHumidity, double variance) implements Stamped {

    public RelativeHumidity {
        requireNonNull(header, "header is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
