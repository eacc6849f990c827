package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Floats;
import org.dimos.core.message.LcmType;

/** The echoes of one beam of a laser. */
@LcmType("sensor_msgs.LaserEcho")
public record LaserEcho(Floats echoes) {

    public LaserEcho {
        requireNonNull(echoes, "echoes is null");
    }
}
