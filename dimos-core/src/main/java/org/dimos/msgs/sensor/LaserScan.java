package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Floats;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/**
 * One sweep of a planar laser: beam i points to {@code angleMin + i * angleIncrement} rad; ranges in m, times in s.
 */
@LcmType("sensor_msgs.LaserScan")
public record LaserScan(
        Header header,
        float angleMin,
        float angleMax,
        float angleIncrement,
        float timeIncrement,
        float scanTime,
        float rangeMin,
        float rangeMax,
        Floats ranges,
        Floats intensities)
        implements Stamped {

    public LaserScan {
        requireNonNull(header, "header is null");
        requireNonNull(ranges, "ranges is null");
        requireNonNull(intensities, "intensities is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
