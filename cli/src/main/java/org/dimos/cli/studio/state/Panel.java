package org.dimos.cli.studio.state;

import java.util.List;

/** What covers the timeline. */
public sealed interface Panel {

    /**
     * The help.
     *
     * @param top its first line that is drawn
     */
    record Help(int top) implements Panel {}

    /**
     * A picture of a stream.
     *
     * @param title which one
     * @param cells two pixels for each character, one above the other, as 0xRRGGBB; rows of the same length
     */
    record Picture(String title, List<List<int[]>> cells) implements Panel {
        public Picture {
            cells = List.copyOf(cells);
        }
    }
}
