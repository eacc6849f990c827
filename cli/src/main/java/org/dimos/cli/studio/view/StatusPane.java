package org.dimos.cli.studio.view;

import java.util.ArrayList;
import java.util.List;
import org.dimos.cli.studio.screen.Screen;
import org.dimos.cli.studio.screen.Style;
import org.dimos.cli.studio.state.Document;
import org.dimos.cli.studio.state.Figures;
import org.dimos.cli.studio.state.Layout;
import org.dimos.cli.studio.state.Live;
import org.dimos.cli.studio.state.Live.Capture;
import org.dimos.cli.studio.state.Marks;
import org.dimos.cli.studio.state.Notice;
import org.dimos.cli.studio.state.StudioState;
import org.dimos.cli.text.Format;
import org.dimos.record.StreamInfo;

/** Draws the line at the top and the two at the bottom. */
final class StatusPane {
    private static final String GAP = "  ";
    private static final int WIDE = 150;

    private final Screen screen;
    private final StudioState state;
    private final Layout layout;

    StatusPane(Screen screen, StudioState state, Layout layout) {
        this.screen = screen;
        this.state = state;
        this.layout = layout;
    }

    void draw() {
        title();
        status();
        notice();
    }

    private void title() {
        int columns = screen.size().columns();
        String right = " colour: " + state.time().heat().text() + " ";
        screen.field(0, 0, columns, "", Theme.TITLE);
        screen.field(0, 0, columns - right.length(), " dimos studio" + GAP + about(), Theme.TITLE);
        screen.write(columns - right.length(), 0, right, Theme.TITLE);
    }

    private String about() {
        if (state.live().isPresent()) {
            return "run " + state.live().get().run();
        }
        return state.document().map(StatusPane::about).orElse("nothing is open");
    }

    private static String about(Document document) {
        long messages =
                document.streams().stream().mapToLong(StreamInfo::messages).sum();
        long bytes = document.streams().stream().mapToLong(StreamInfo::bytes).sum();
        return document.title() + GAP + Format.count(document.streams().size(), "stream") + ", "
                + Format.count(messages, "message") + ", " + Format.bytes(bytes);
    }

    private void status() {
        int row = layout.statusRow();
        screen.field(0, row, screen.size().columns(), "", Theme.TEXT);
        int column = screen.write(1, row, mode(), modeStyle());
        for (String part : parts()) {
            column = screen.write(column, row, GAP + part, Theme.TEXT);
        }
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        if (state.live().isPresent()) {
            state.live().flatMap(Live::capture).ifPresent(capture -> parts.addAll(captured(capture)));
        } else if (state.document().isPresent()) {
            played(parts, state.document().get());
        }
        if (state.front().isBusy()) {
            parts.add(state.front().task());
        }
        return parts;
    }

    private void played(List<String> parts, Document document) {
        long start = document.whole().fromNanos();
        parts.add(Figures.time(state.playhead().nanos() - start) + " / "
                + Figures.time(document.whole().length()));
        parts.add(Figures.speed(state.playhead().speed()));
        Marks marks = state.time().marks();
        marks.in().ifPresent(nanos -> parts.add("in " + Figures.time(nanos - start)));
        marks.out().ifPresent(nanos -> parts.add("out " + Figures.time(nanos - start)));
        if (document.edits() > 0) {
            parts.add(Format.count(document.edits(), "edit") + " not saved");
        }
    }

    private static List<String> captured(Capture capture) {
        List<String> parts = new ArrayList<>(List.of(
                Figures.time(capture.nanos()),
                Format.count(capture.messages(), "message"),
                Format.bytes(capture.bytes())));
        if (capture.lost() > 0) {
            parts.add(Format.count(capture.lost()) + " lost");
        }
        parts.add(capture.file());
        return parts;
    }

    private String mode() {
        if (state.live().isPresent()) {
            return state.live().flatMap(Live::capture).isPresent() ? "● REC  " : "LIVE   ";
        }
        return switch (state.playhead().status()) {
            case PLAY -> "▶ PLAY ";
            case PAUSE -> "‖ PAUSE";
            case STOP -> "■ STOP ";
            case END -> "■ END  ";
        };
    }

    private Style modeStyle() {
        if (state.live().isPresent()) {
            return state.live().flatMap(Live::capture).isPresent() ? Theme.RECORDING : Theme.PLAYING;
        }
        return state.playhead().isPlaying() ? Theme.PLAYING : Theme.PAUSED;
    }

    private void notice() {
        Notice notice = state.front().notice();
        int row = layout.noticeRow();
        if (notice.text().isEmpty()) {
            screen.field(0, row, screen.size().columns() - 1, " " + hints(), Theme.QUIET);
        } else {
            Style style = notice.isError() ? Theme.ERROR : Theme.TEXT;
            screen.field(0, row, screen.size().columns() - 1, " " + notice.text(), style);
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
