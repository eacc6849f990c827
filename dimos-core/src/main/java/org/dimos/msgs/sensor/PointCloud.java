package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.geometry.Point32;
import org.dimos.msgs.std.Header;

/** Points in m with any number of values for each; {@link PointCloud2} has taken its place. */
@LcmType("sensor_msgs.PointCloud")
public record PointCloud(Header header, List<Point32> points, List<ChannelFloat32> channels) implements Stamped {

    public PointCloud {
        requireNonNull(header, "header is null");
        points = List.copyOf(points);
        channels = List.copyOf(channels);
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
