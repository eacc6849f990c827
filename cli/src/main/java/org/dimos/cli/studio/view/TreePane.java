package org.dimos.cli.studio.view;

import org.dimos.cli.studio.screen.Screen;
import org.dimos.cli.studio.screen.Style;
import org.dimos.cli.studio.state.Layout;
import org.dimos.cli.studio.state.Outline;
import org.dimos.cli.studio.state.Row;
import org.dimos.cli.studio.state.StudioState;

/** Draws the tree, and beside each stream its lane. */
final class TreePane {
    private static final int INDENT = 6;
    private static final int DETAIL = 5;
    private static final int LEAST_NAME = 10;

    private final Screen screen;
    private final StudioState state;
    private final Layout layout;

    TreePane(Screen screen, StudioState state, Layout layout) {
        this.screen = screen;
        this.state = state;
        this.layout = layout;
    }

    void draw() {
        Outline outline = state.outline();
        LanePane lanes = new LanePane(screen, state, layout);
        int y = layout.top();
        int end = layout.top() + layout.height();
        for (int i = outline.top();
                i < outline.rows().size() && y + layout.heightOf(outline.rows().get(i)) <= end;
                i++) {
            Row row = outline.rows().get(i);
            row(row, y, i == outline.current());
            int line = y;
            row.stream().ifPresent(stream -> lanes.draw(stream, line));
            y += layout.heightOf(row);
        }
        for (int line = Layout.RULER; line < end; line++) {
            screen.set(layout.treeWidth(), line, '│', Theme.QUIET);
        }
        more(outline.top() > 0, layout.top(), '↑');
    }

    private void more(boolean isThere, int line, int arrow) {
        if (isThere) {
            screen.set(layout.treeWidth(), line, arrow, Theme.MODULE);
        }
    }

    private void row(Row row, int line, boolean current) {
        Outline outline = state.outline();
        if (row.stream().isEmpty()) {
            String name = row.module().isEmpty() ? "streams" : row.module();
            screen.field(
                    0, line, layout.treeWidth(), (current ? "›" : " ") + "▾ " + name, style(Theme.MODULE, current));
            return;
        }
        String stream = row.stream().get();
        boolean checked = outline.selected().contains(stream);
        Style style = style(checked ? Theme.MODULE : Theme.TEXT, current);
        screen.field(
                0, line, layout.treeWidth(), (current ? "›" : " ") + (checked ? " [x] " : " [ ] ") + stream, style);
        int nameRoom = layout.treeWidth() - INDENT - DETAIL;
        if (nameRoom >= LEAST_NAME && !row.detail().isEmpty()) {
            screen.field(INDENT, line, nameRoom, stream, style);
            String detail = " ".repeat(Math.max(0, DETAIL - 1 - row.detail().length())) + row.detail();
            screen.field(INDENT + nameRoom, line, DETAIL, detail, style(Theme.QUIET, current));
        }
    }

    private Style style(Style style, boolean current) {
        return current && state.outline().focused() ? style.inverted() : style;
    }
}
