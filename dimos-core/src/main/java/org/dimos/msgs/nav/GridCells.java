package org.dimos.msgs.nav;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.std.Header;

/** The centres of the occupied cells of a grid; all lengths in m. */
@LcmType("nav_msgs.GridCells")
public record GridCells(Header header, float cellWidth, float cellHeight, List<Point> cells) implements Stamped {

    public GridCells {
        requireNonNull(header, "header is null");
        cells = List.copyOf(cells);
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
