package org.dimos.msgs.nav;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.std.Time;

/**
 * Size and place of a grid map: {@code resolution} in m per cell, {@code origin} is the pose of the corner of cell
 * (0, 0).
 */
@LcmType("nav_msgs.MapMetaData")
public record MapMetaData(Time mapLoadTime, float resolution, int width, int height, Pose origin) {

    public MapMetaData {
        requireNonNull(mapLoadTime, "mapLoadTime is null");
        requireNonNull(origin, "origin is null");
    }
}
