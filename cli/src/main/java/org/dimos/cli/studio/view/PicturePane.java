package org.dimos.cli.studio.view;

import java.util.List;
import org.dimos.cli.studio.screen.Screen;
import org.dimos.cli.studio.state.Layout;
import org.dimos.cli.studio.state.Panel;

/** Draws a picture in front of the timeline. */
final class PicturePane {
    private PicturePane() {}

    static void draw(Screen screen, Layout layout, Panel.Picture picture) {
        List<List<int[]>> unused = picture.cells();
        Box box = Box.centred(screen, screen.size().columns() - 4, layout.height());
        box.draw(screen, picture.title());
    }
}
