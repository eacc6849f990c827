package org.dimos.cli.studio.view;

import org.dimos.cli.studio.screen.Screen;
import org.dimos.cli.studio.screen.Style;

/** A frame in front of what is drawn already. */
record Box(int left, int top, int width, int height) {

    /** In the middle, as large as it may be. */
    static Box centred(Screen screen, int width, int height) {
        int w = Math.min(width, screen.size().columns());
        int h = Math.min(height, screen.size().rows());
        return new Box((screen.size().columns() - w) / 2, (screen.size().rows() - h) / 2, w, h);
    }

    /** Draws the frame with a title, and blanks inside. */
    void draw(Screen screen, String title) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                screen.set(x, y, border(x, y), Style.PLAIN);
            }
        }
        screen.write(left + 2, top, Screen.fitted(" " + title + " ", width - 4), Style.BOLD);
    }

    private int border(int x, int y) {
        boolean edgeX = x == left || x == left + width - 1;
        boolean edgeY = y == top || y == top + height - 1;
        if (edgeX && edgeY) {
            return x == left ? (y == top ? '┌' : '└') : (y == top ? '┐' : '┘');
        }
        return edgeX ? '│' : edgeY ? '─' : ' ';
    }

    /** Writes a line inside. */
    void line(Screen screen, int line, String text, Style style) {
        if (line >= 0 && line < height - 2) {
            screen.field(left + 2, top + 1 + line, width - 4, text, style);
        }
    }
}
