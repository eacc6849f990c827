package org.dimos.cli.studio.screen;

/** How many characters fit on a terminal. */
public record Size(int columns, int rows) {
    /** The smallest one that the editor can be drawn on. */
    public static final Size LEAST = new Size(40, 10);

    /** Whether there is room for the editor. */
    public boolean isEnough() {
        return columns >= LEAST.columns && rows >= LEAST.rows;
    }

    @Override
    public String toString() {
        return columns + "x" + rows;
    }
}
