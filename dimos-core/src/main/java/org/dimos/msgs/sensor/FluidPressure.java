package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** Pressure in Pa, such as of the air; a variance of 0 means unknown. */
@LcmType("sensor_msgs.FluidPressure")
public record FluidPressure(Header header, double fluidPressure, double variance) implements Stamped {

    public FluidPressure {
        requireNonNull(header, "header is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
