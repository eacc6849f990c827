package org.dimos.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dimos.core.array.Bytes;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.msgs.nav.MapMetaData;
import org.dimos.msgs.nav.OccupancyGrid;
import org.dimos.msgs.std.Header;
import org.dimos.msgs.std.Time;
import org.junit.jupiter.api.Test;

class MapPictureTest {

    /** A map of cells of 1 m from rows of text, north first: {@code #} occupied, {@code .} free, blank unknown. */
    private static OccupancyGrid map(String... rows) {
        int width = rows[0].length();
        byte[] cells = new byte[width * rows.length];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < width; x++) {
                char cell = rows[rows.length - 1 - y].charAt(x);
                cells[y * width + x] = (byte) (cell == '#' ? 100 : cell == '.' ? 0 : -1);
            }
        }
        Pose origin = new Pose(new Point(0, 0, 0), new Quaternion(0, 0, 0, 1));
        MapMetaData info = new MapMetaData(Time.ofNanos(0), 1, width, rows.length, origin);
        return new OccupancyGrid(Header.of(0, "map"), info, Bytes.wrap(cells));
    }

    @Test
    void drawsTwoRowsOfCellsInALine() {
        assertThat(MapPicture.of(map("####", "#..#", "#. #", "####"), List.of(), 60))
                .containsExactly("█▀▀█", "█▄▄█");
    }

    @Test
    void leavesOutWhatIsUnknownAround() {
        assertThat(MapPicture.of(map("     ", "  #. ", "  #. ", "     "), List.of(), 60))
                .containsExactly("█ ");
    }

    @Test
    void shadesTheUnknownAndDotsThePath() {
        assertThat(MapPicture.of(map("#   #", "#   #"), List.of(new Point(1.5, 0.5, 0)), 60))
                .containsExactly("█•░░█");
    }

    @Test
    void makesCellsSmallerWhereTheMapIsTooWide() {
        assertThat(MapPicture.of(map("########", "#......#"), List.of(), 4)).containsExactly("▄▄▄▄");
    }

    @Test
    void drawsAMapOfWhichNothingIsKnown() {
        assertThat(MapPicture.of(map("  ", "  "), List.of(), 60)).containsExactly("░");
    }
}
