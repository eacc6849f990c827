package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** Temperature in °C; a variance of 0 means unknown. */
@LcmType("sensor_msgs.Temperature")
public record Temperature(Header header, double temperature, double variance) implements Stamped {

    public Temperature {
        requireNonNull(header, "header is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
