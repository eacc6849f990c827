package org.dimos.msgs.nav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dimos.core.array.Bytes;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.std.Header;
import org.junit.jupiter.api.Test;

class OccupancyGridTest {
    private static final Header HEADER = Header.of(5_000_000_000L, "map");

    @Test
    void findsCellsByPlace() {
        OccupancyGrid grid = grid(Pose.planar(10, 20, 0));
        assertThat(grid.cellAt(10.1, 20.1)).isEqualTo((byte) 0);
        assertThat(grid.cellAt(10.9, 20.1)).isEqualTo((byte) 1);
        assertThat(grid.cellAt(10.1, 20.9)).isEqualTo((byte) 2);
        assertThat(grid.cellAt(9.9, 20.1)).isEqualTo(OccupancyGrid.UNKNOWN);
        assertThat(grid.cellAt(Double.NaN, 20.1)).isEqualTo(OccupancyGrid.UNKNOWN);
        assertThat(grid.cellAt(Double.MAX_VALUE, 20.1)).isEqualTo(OccupancyGrid.UNKNOWN);
    }

    @Test
    void takesTheRotationOfTheMapIntoAccount() {
        OccupancyGrid grid = grid(Pose.planar(0, 0, Math.PI / 2));
        assertThat(grid.cellAt(-0.1, 0.9)).isEqualTo((byte) 1);
        assertThat(grid.cellAt(-0.9, 0.1)).isEqualTo((byte) 2);
    }

    @Test
    void cellsThatTheMessageDoesNotHoldAreUnknown() {
        MapMetaData info = new MapMetaData(HEADER.stamp(), 0.5f, 100_000, 100_000, Pose.identity());
        OccupancyGrid grid = new OccupancyGrid(HEADER, info, Bytes.wrap(new byte[5]));
        assertThat(grid.cell(4, 0)).isEqualTo(OccupancyGrid.FREE);
        assertThat(grid.cell(99_999, 99_999)).isEqualTo(OccupancyGrid.UNKNOWN);
        assertThat(grid.cell(-1, 1)).isEqualTo(OccupancyGrid.UNKNOWN);
    }

    @Test
    void refusesToMakeAMapOfTooFewCells() {
        assertThatThrownBy(() -> OccupancyGrid.of(HEADER, 0.5f, 2, 2, Pose.identity(), Bytes.empty()))
                .hasMessage("a map of 2x2 cells cannot have 0 values");
    }

    private static OccupancyGrid grid(Pose origin) {
        return OccupancyGrid.of(HEADER, 0.5f, 2, 2, origin, Bytes.copyOf((byte) 0, (byte) 1, (byte) 2, (byte) 3));
    }
}
