package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Floats;
import org.dimos.core.array.Ints;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** Axes (from -1 to 1) and buttons (0 or 1) of a joystick. */
@LcmType("sensor_msgs.Joy")
public record Joy(Header header, Floats axes, Ints buttons) implements Stamped {

    public Joy {
        requireNonNull(header, "header is null");
        requireNonNull(axes, "axes is null");
        requireNonNull(buttons, "buttons is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
