package org.dimos.cli.studio.view;

import java.util.List;
import java.util.Optional;
import org.dimos.cli.studio.screen.Screen;
import org.dimos.cli.studio.screen.Style;
import org.dimos.cli.studio.state.Layout;
import org.dimos.cli.studio.state.Span;
import org.dimos.cli.studio.state.StudioState;

/** Draws the times above the lanes, the marks and the cursor. */
final class Ruler {
    private static final int LEAST_DISTANCE = 12;
    private static final List<Double> STEPS = List.of(
            .001, .002, .005, .01, .02, .05, .1, .2, .5, 1., 2., 5., 10., 20., 30., 60., 120., 300., 600., 1200., 1800.,
            3600., 7200., 14400., 21600., 43200., 86400., 172800., 604800.);

    private final Screen screen;
    private final StudioState state;
    private final Layout layout;

    Ruler(Screen screen, StudioState state, Layout layout) {
        this.screen = screen;
        this.state = state;
        this.layout = layout;
    }

    void draw() {
        screen.field(0, Layout.RULER, layout.treeWidth(), " stream", Theme.QUIET);
        int checked = state.outline().selected().size();
        String count = checked == 0 ? "" : " " + checked + " checked";
        screen.field(0, Layout.MARKS, layout.treeWidth(), count, Theme.QUIET);
        ticks();
        marks();
    }

    private void ticks() {
        Span shown = state.time().shown();
        long start = state.time().whole().fromNanos();
        double seconds = shown.length() / 1e9;
        double step = STEPS.stream()
                .filter(each -> each / seconds * layout.timeWidth() >= LEAST_DISTANCE)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1));
        long stepNanos = Math.round(step * 1e9);
        for (int x = layout.timeLeft(); x < screen.size().columns(); x++) {
            screen.set(x, Layout.MARKS, '─', Theme.QUIET);
        }
        long first = Math.floorDiv(shown.fromNanos() - start + stepNanos - 1, stepNanos);
        for (long i = first; start + i * stepNanos < shown.toNanos(); i++) {
            int column = layout.columnOf(shown, start + i * stepNanos);
            String name = Times.tick(i * stepNanos, stepNanos);
            if (column + name.length() <= screen.size().columns()) {
                screen.write(column, Layout.RULER, name, Theme.QUIET);
            }
            screen.set(column, Layout.MARKS, '┴', Theme.QUIET);
        }
    }

    private void marks() {
        Span shown = state.time().shown();
        Optional<Span> marked = state.marked();
        marked.ifPresent(span -> {
            int from = Math.max(layout.timeLeft(), layout.columnOf(shown, span.fromNanos()));
            int to = Math.min(screen.size().columns() - 1, layout.columnOf(shown, span.toNanos()));
            for (int x = from; x <= to; x++) {
                screen.set(x, Layout.MARKS, '=', Theme.MARK);
                paper(x);
            }
        });
        state.time().marks().in().ifPresent(nanos -> mark(layout.columnOf(shown, nanos), '['));
        state.time().marks().out().ifPresent(nanos -> mark(layout.columnOf(shown, nanos), ']'));
    }

    private void paper(int column) {
        for (int y = layout.top(); y < layout.top() + layout.height(); y++) {
            Style style = screen.style(column, y);
            screen.restyle(column, y, style.paper(style.paper() < 0 ? Theme.MARKED_PAPER : style.paper()));
        }
    }

    private void mark(int column, int character) {
        if (column >= layout.timeLeft() && column < screen.size().columns()) {
            screen.set(column, Layout.MARKS, character, Theme.MARK);
        }
    }

    /** The line where playing is. */
    void cursor() {
        int column = layout.columnOf(state.time().shown(), state.playhead().nanos());
        if (column < layout.timeLeft() || column >= screen.size().columns()) {
            return;
        }
        screen.set(column, Layout.MARKS, '▾', Theme.MODULE);
        for (int y = layout.top(); y < layout.top() + layout.height(); y++) {
            boolean empty = screen.character(column, y) == ' ';
            if (empty) {
                screen.set(column, y, '│', screen.style(column, y));
            } else {
                screen.restyle(column, y, screen.style(column, y).inverted());
            }
        }
    }
}
