package org.dimos.cli.studio.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Shows screens on a terminal: of each only what differs from the one before. */
public final class Display {
    private static final int SHORT_GAP = 4;

    private final Writer terminal;
    private final boolean colours;
    private final boolean unicode;
    private Screen shown = new Screen(new Size(0, 0));

    /** Shows nothing yet, and takes nothing for shown. */
    public Display(Writer terminal, boolean colours, boolean unicode) {
        this.terminal = terminal;
        this.colours = colours;
        this.unicode = unicode;
    }

    /** Draws everything anew the next time, as after a change of size. */
    public void forget() {
        shown = new Screen(new Size(0, 0));
    }

    /** Makes the terminal show a screen. */
    public void show(Screen screen) {
        boolean changes = !screen.overlay().equals(shown.overlay());
        String removal = changes ? shown.overlay().flatMap(Overlay::removal).orElse("") : "";
        if (changes && shown.overlay().isPresent()) {
            forget();
        }
        boolean anew = !screen.size().equals(shown.size());
        String picture = changes || anew ? screen.overlay().map(Overlay::text).orElse("") : "";
        String difference = removal + difference(screen) + picture;
        shown = screen;
        if (!difference.isEmpty()) {
            try {
                terminal.write(difference);
                terminal.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("the terminal cannot be written to", e);
            }
        }
    }

    private String difference(Screen screen) {
        boolean anew = !screen.size().equals(shown.size());
        StringBuilder out = new StringBuilder(anew ? "\033[0m\033[2J" : "");
        Style style = Style.PLAIN;
        boolean styled = false;
        for (int y = 0; y < screen.size().rows(); y++) {
            int at = -1;
            for (int x = 0; x < screen.size().columns(); x++) {
                if (isSame(screen, x, y, anew)) {
                    continue;
                }
                int from = at >= 0 && x - at <= SHORT_GAP ? at : moveTo(out, x, y);
                for (int each = from; each <= x; each++) {
                    Style needed = screen.style(each, y);
                    if (!styled || !needed.equals(style)) {
                        out.append(needed.sgr(colours));
                        style = needed;
                        styled = true;
                    }
                    append(out, screen.character(each, y));
                }
                at = x + 1;
            }
        }
        return styled ? out.append("\033[0m").toString() : out.toString();
    }

    private static int moveTo(StringBuilder out, int x, int y) {
        out.append("\033[").append(y + 1).append(';').append(x + 1).append('H');
        return x;
    }

    private boolean isSame(Screen screen, int x, int y, boolean anew) {
        int character = screen.character(x, y);
        int before = anew ? ' ' : shown.character(x, y);
        Style styleBefore = anew ? Style.PLAIN : shown.style(x, y);
        boolean same = character == before && screen.style(x, y).equals(styleBefore);
        return same && !followsWide(screen, x, y);
    }

    /** A character of two columns is written as a whole or not at all. */
    private boolean followsWide(Screen screen, int x, int y) {
        boolean left =
                screen.character(x + 1, y) == Screen.CONTINUATION && shown.character(x + 1, y) != Screen.CONTINUATION;
        boolean right =
                shown.character(x + 1, y) == Screen.CONTINUATION && screen.character(x + 1, y) != Screen.CONTINUATION;
        return left || right;
    }

    private void append(StringBuilder out, int character) {
        if (character != Screen.CONTINUATION) {
            out.appendCodePoint(unicode ? character : Ascii.of(character));
        }
    }
}
