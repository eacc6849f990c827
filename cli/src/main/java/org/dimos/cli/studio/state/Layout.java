package org.dimos.cli.studio.state;

import java.util.Optional;
import org.dimos.cli.studio.screen.Size;

/**
 * Where what is drawn.
 *
 * @param size of the terminal
 * @param treeWidth how many columns the tree has, the line right of it not counted
 * @param laneHeight how many lines a stream has
 */
public record Layout(Size size, int treeWidth, int laneHeight) {
    /** The line of the names of times. */
    public static final int RULER = 1;

    /** The line of marks. */
    public static final int MARKS = 2;

    private static final int TOP = 3;
    private static final int BOTTOM = 2;
    private static final int TALLEST = 2;

    /** The layout of a state. */
    public static Layout of(StudioState state) {
        Size size = state.size();
        int tree = Math.max(16, Math.min(44, size.columns() * 3 / 10));
        int streams = Math.max(1, state.outline().streams().size());
        int modules = state.outline().rows().size() - streams;
        int room = (size.rows() - TOP - BOTTOM - modules) / streams;
        return new Layout(size, tree, Math.max(1, Math.min(TALLEST, room)));
    }

    /** The first column of the timeline. */
    public int timeLeft() {
        return treeWidth + 1;
    }

    /** How many columns the timeline has. */
    public int timeWidth() {
        return Math.max(1, size.columns() - timeLeft());
    }

    /** The first line of the lanes. */
    public int top() {
        return TOP;
    }

    /** How many lines there are for lanes. */
    public int height() {
        return Math.max(0, size.rows() - TOP - BOTTOM);
    }

    /** The line of the state. */
    public int statusRow() {
        return size.rows() - 2;
    }

    /** The line of sentences. */
    public int noticeRow() {
        return size.rows() - 1;
    }

    /** How many lines a row of the tree has. */
    public int heightOf(Row row) {
        return row.stream().isPresent() ? laneHeight : 1;
    }

    /** The row of the tree that is drawn on a line. */
    public Optional<Integer> rowAt(Outline outline, int line) {
        int y = TOP;
        for (int i = outline.top(); i < outline.rows().size() && y < TOP + height(); i++) {
            y += heightOf(outline.rows().get(i));
            if (line >= TOP && line < y && line < TOP + height()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The tree drawn from such a row on that the current one can be seen, and no room is wasted at the end. */
    public Outline scrolled(Outline outline) {
        int top = Math.min(outline.top(), Math.max(0, outline.current()));
        while (top < outline.current() && linesBetween(outline, top, outline.current()) > height()) {
            top++;
        }
        int last = outline.rows().size() - 1;
        while (top > 0 && linesBetween(outline, top - 1, last) <= height()) {
            top--;
        }
        // the name of the first module is seen when its first stream is
        boolean underItsModule = top == 1 && linesBetween(outline, 0, outline.current()) <= height();
        return outline.from(underItsModule ? 0 : top);
    }

    private int linesBetween(Outline outline, int first, int last) {
        int lines = 0;
        for (int i = first; i <= last && i < outline.rows().size(); i++) {
            lines += heightOf(outline.rows().get(i));
        }
        return lines;
    }

    /** Whether a place is in the timeline. */
    public boolean isTime(int column, int row) {
        return column >= timeLeft() && row >= RULER && row < TOP + height();
    }

    /** The time at a column. */
    public long nanosAt(Span shown, int column) {
        return shown.at(Math.max(0, column - timeLeft()) / (double) timeWidth());
    }

    /** The column of a time, which may be outside of the timeline. */
    public int columnOf(Span shown, long nanos) {
        double column = Math.floor(shown.fraction(nanos) * timeWidth() + 1e-6);
        return timeLeft() + (int) Math.max(-1, Math.min(timeWidth(), column));
    }
}
