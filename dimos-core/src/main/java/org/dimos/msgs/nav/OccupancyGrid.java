package org.dimos.msgs.nav;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Bytes;
import org.dimos.core.message.LcmField;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.Vector3;
import org.dimos.msgs.std.Header;

/** A grid map, row by row from the origin: 0 is free, 100 occupied, -1 unknown. */
@LcmType("nav_msgs.OccupancyGrid")
public record OccupancyGrid(
        Header header,
        MapMetaData info,
        @LcmField(type = "int8_t") Bytes data) implements Stamped {
    public static final byte FREE = 0;
    public static final byte OCCUPIED = 100;
    public static final byte UNKNOWN = -1;

    public OccupancyGrid {
        requireNonNull(header, "header is null");
        requireNonNull(info, "info is null");
        requireNonNull(data, "data is null");
    }

    /**
     * A map.
     *
     * @param resolution the side of a cell in m
     * @param origin the pose of the corner of cell (0, 0)
     * @param cells row by row, {@code width * height} of them
     */
    public static OccupancyGrid of(Header header, float resolution, int width, int height, Pose origin, Bytes cells) {
        if (width < 0 || height < 0 || cells.length() != (long) width * height) {
            throw new IllegalArgumentException(
                    "a map of " + width + "x" + height + " cells cannot have " + cells.length() + " values");
        }
        return new OccupancyGrid(header, new MapMetaData(header.stamp(), resolution, width, height, origin), cells);
    }

    /** The value of a cell; {@link #UNKNOWN} outside the map. */
    public byte cell(int column, int row) {
        long index = (long) row * info.width() + column;
        boolean inside =
                column >= 0 && column < info.width() && row >= 0 && row < info.height() && index < data.length();
        return inside ? data.get((int) index) : UNKNOWN;
    }

    /** The value at a place on the ground, in the frame of the header and in m; {@link #UNKNOWN} outside the map. */
    public byte cellAt(double x, double y) {
        Vector3 onMap = info.origin().toTransform().inverse().apply(x, y, 0);
        double column = Math.floor(onMap.x() / info.resolution());
        double row = Math.floor(onMap.y() / info.resolution());
        return Double.isNaN(column + row) ? UNKNOWN : cell((int) column, (int) row);
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
