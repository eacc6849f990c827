package org.dimos.cli.studio.view;

import org.dimos.cli.studio.screen.Overlay;
import org.dimos.cli.studio.screen.Screen;
import org.dimos.cli.studio.state.Panel;

/** Draws a picture in front of the timeline. */
final class PicturePane {
    private PicturePane() {}

    static void draw(Screen screen, Panel.Picture picture) {
        Box box = Box.centred(screen, picture.columns() + 4, picture.rows() + 2);
        box.draw(screen, picture.title());
        screen.overlay(new Overlay(box.left() + 2, box.top() + 1, picture.lines(), picture.removal()));
    }
}
