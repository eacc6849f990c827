package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** One sweep of a planar laser that hears several echoes per beam; angles in rad, ranges in m, times in s. */
@LcmType("sensor_msgs.MultiEchoLaserScan")
public record MultiEchoLaserScan(
        Header header,
        float angleMin,
        float angleMax,
        float angleIncrement,
        float timeIncrement,
        float scanTime,
        float rangeMin,
        float rangeMax,
        List<LaserEcho> ranges,
        List<LaserEcho> intensities)
        implements Stamped {

    public MultiEchoLaserScan {
        requireNonNull(header, "header is null");
        ranges = List.copyOf(ranges);
        intensities = List.copyOf(intensities);
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
