package org.dimos.cli.studio.view;

import java.util.ArrayList;
import java.util.List;
import org.dimos.cli.studio.screen.Screen;
import org.dimos.cli.studio.screen.Style;
import org.dimos.cli.studio.state.Live;
import org.dimos.cli.studio.state.Notice;
import org.dimos.cli.studio.state.StudioState;
import org.dimos.cli.text.Terminal;

/** Draws the last sentence, in as many lines as it needs, or what keys there are. */
final class NoticePane {
    private static final int WIDE = 150;
    private static final int MOST_LINES = 4;

    private final Screen screen;
    private final StudioState state;
    private final List<String> lines;

    NoticePane(Screen screen, StudioState state) {
        this.screen = screen;
        this.state = state;
        String text = Terminal.plain(state.front().notice().text());
        this.lines = lines(text.isEmpty() ? hints() : text, !text.isEmpty());
    }

    /** Hints are known by heart, sentences have to be read to their end. */
    private List<String> lines(String text, boolean wraps) {
        int width = screen.size().columns() - 2;
        List<String> fitting = new ArrayList<>();
        String rest = text;
        while (wraps && rest.length() > width && fitting.size() < MOST_LINES - 1) {
            int blank = rest.lastIndexOf(' ', width);
            // names of files may be longer than a line
            int end = blank > width / 2 ? blank : width;
            fitting.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        fitting.add(Screen.fitted(rest, width));
        return fitting;
    }

    /** How many lines it takes. */
    int height() {
        return lines.size();
    }

    void draw(int top) {
        Notice notice = state.front().notice();
        Style style = notice.text().isEmpty() ? Theme.QUIET : notice.isError() ? Theme.ERROR : Theme.TEXT;
        for (int i = 0; i < lines.size(); i++) {
            screen.field(0, top + i, screen.size().columns() - 1, " " + lines.get(i), style);
        }
    }

    private String hints() {
        if (state.live().flatMap(Live::capture).isPresent()) {
            return "s stops and opens the recording   ? help";
        } else if (state.live().isPresent()) {
            return "r records   enter checks a stream   a all   n none   ? help   q quit";
        } else if (state.document().isEmpty()) {
            return "r looks for runs to record   ? help   q quit";
        }
        return screen.size().columns() < WIDE
                ? "space play  ← → 5 s  i o mark  x cut  t trim  u undo  w save  ? help  q quit"
                : "space play   . step   ← → 5 s   [ ] speed   i o mark   x cut   t trim   u undo   w save   k keep"
                        + "   + - zoom   p picture   ? help   q quit";
    }
}
