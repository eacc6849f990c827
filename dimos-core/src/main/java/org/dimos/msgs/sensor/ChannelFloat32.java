package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Floats;
import org.dimos.core.message.LcmType;

/** One value per point of a {@link PointCloud}, such as intensity. */
@LcmType("sensor_msgs.ChannelFloat32")
public record ChannelFloat32(String name, Floats values) {

    public ChannelFloat32 {
        requireNonNull(name, "name is null");
        requireNonNull(values, "values is null");
    }
}
