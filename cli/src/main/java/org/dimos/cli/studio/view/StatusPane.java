package org.dimos.cli.studio.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dimos.cli.studio.screen.Screen;
import org.dimos.cli.studio.screen.Style;
import org.dimos.cli.studio.state.Document;
import org.dimos.cli.studio.state.Figures;
import org.dimos.cli.studio.state.Layout;
import org.dimos.cli.studio.state.Live;
import org.dimos.cli.studio.state.Live.Capture;
import org.dimos.cli.studio.state.Marks;
import org.dimos.cli.studio.state.StudioState;
import org.dimos.cli.text.Format;
import org.dimos.record.StreamInfo;

/** Draws the line at the top and those at the bottom. */
final class StatusPane {
    private static final String GAP = "  ";
    private static final int LEAST_FILE = 10;

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
        NoticePane notice = new NoticePane(screen, state);
        status(layout.statusRow() + 1 - notice.height());
        notice.draw(layout.noticeRow() + 1 - notice.height());
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

    private void status(int row) {
        int columns = screen.size().columns();
        screen.field(0, row, columns, "", Theme.TEXT);
        int column = screen.write(1, row, mode(), modeStyle());
        String parts = parts().stream().map(GAP::concat).collect(Collectors.joining());
        column = screen.write(column, row, Screen.fitted(parts, columns - column), Theme.TEXT);
        int room = columns - column - GAP.length();
        if (room >= LEAST_FILE) {
            String file = state.live().flatMap(Live::capture).map(Capture::file).orElse("");
            int unused = screen.write(column, row, GAP + Screen.ending(file, room), Theme.TEXT);
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
        capture.trouble().ifPresent(parts::add);
        return parts;
    }

    private String mode() {
        if (state.live().isPresent()) {
            return state.live().flatMap(Live::capture).isPresent() ? "● REC  " : "LIVE   ";
        } else if (state.document().isEmpty()) {
            return "";
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
}
