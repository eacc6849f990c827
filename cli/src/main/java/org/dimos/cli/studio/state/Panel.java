package org.dimos.cli.studio.state;

import java.util.List;
import java.util.Optional;

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
     * @param columns how wide it is
     * @param rows how high it is
     * @param lines what draws it on a terminal
     * @param removal what takes it away again, where that needs more than writing over it
     */
    record Picture(String title, int columns, int rows, List<String> lines, Optional<String> removal) implements Panel {
        public Picture {
            lines = List.copyOf(lines);
        }
    }
}
