package org.dimos.cli.studio.screen;

import java.util.Arrays;
import java.util.Optional;
import org.dimos.cli.text.Terminal;
import org.jline.utils.WCWidth;

/** A grid of characters, each with its style. What does not fit is left out. */
public final class Screen {
    /** The right half of a character that is two columns wide. */
    static final int CONTINUATION = 0;

    private static final char CUT = '…';

    private final Size size;
    private final int[] characters;
    private final Style[] styles;
    private Optional<Overlay> overlay = Optional.empty();

    /** An empty one. */
    public Screen(Size size) {
        this.size = size;
        this.characters = new int[size.columns() * size.rows()];
        this.styles = new Style[characters.length];
        Arrays.fill(characters, ' ');
        Arrays.fill(styles, Style.PLAIN);
    }

    private Screen(Screen other) {
        this.size = other.size;
        this.characters = other.characters.clone();
        this.styles = other.styles.clone();
        this.overlay = other.overlay;
    }

    /** Another one, on which the same is written. */
    public Screen copy() {
        return new Screen(this);
    }

    /** How large it is. */
    public Size size() {
        return size;
    }

    /** Writes one character of one column. */
    public void set(int column, int row, int character, Style style) {
        if (column >= 0 && column < size.columns() && row >= 0 && row < size.rows()) {
            characters[row * size.columns() + column] = character;
            styles[row * size.columns() + column] = style;
        }
    }

    /** Writes text into a number of columns: longer text ends in …, shorter text is followed by blanks. */
    public void field(int column, int row, int width, String text, Style style) {
        String fitting = fitted(text, width);
        int end = write(column, row, fitting, style);
        for (int x = end; x < column + width; x++) {
            set(x, row, ' ', style);
        }
    }

    /** Writes text and answers the column behind it. */
    public int write(int column, int row, String text, Style style) {
        int x = column;
        for (int character : Terminal.plain(text).codePoints().toArray()) {
            int width = WCWidth.wcwidth(character);
            if (width > 0) {
                set(x, row, character, style);
                if (width > 1) {
                    set(x + 1, row, CONTINUATION, style);
                }
                x += width;
            }
        }
        return x;
    }

    /** Changes how a character looks. */
    public void restyle(int column, int row, Style style) {
        set(column, row, character(column, row), style);
    }

    /** How many columns text takes. */
    public static int width(String text) {
        return Terminal.plain(text)
                .codePoints()
                .map(character -> Math.max(0, WCWidth.wcwidth(character)))
                .sum();
    }

    /** The text, cut so that it takes no more than that many columns. */
    public static String fitted(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int room = width - 1;
        for (int character : text.codePoints().toArray()) {
            room -= Math.max(0, WCWidth.wcwidth(character));
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return width <= 0 ? "" : kept.append(CUT).toString();
    }

    /** The text, cut at its beginning so that it takes no more than that many columns. */
    public static String ending(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        String rest = text;
        while (width(rest) > Math.max(0, width - 1)) {
            rest = rest.substring(rest.offsetByCodePoints(0, 1));
        }
        return width <= 0 ? "" : CUT + rest;
    }

    /** Has something written onto it as it is, where there are blanks. */
    public void overlay(Overlay something) {
        overlay = Optional.of(something);
    }

    /** What is written onto it. */
    Optional<Overlay> overlay() {
        return overlay;
    }

    /** What is written at a place. */
    public int character(int column, int row) {
        boolean inside = column >= 0 && column < size.columns() && row >= 0 && row < size.rows();
        return inside ? characters[row * size.columns() + column] : ' ';
    }

    /** How it looks. */
    public Style style(int column, int row) {
        boolean inside = column >= 0 && column < size.columns() && row >= 0 && row < size.rows();
        return inside ? styles[row * size.columns() + column] : Style.PLAIN;
    }

    /** A line without its styles and the blanks at its end. */
    public String line(int row) {
        StringBuilder line = new StringBuilder();
        for (int x = 0; x < size.columns(); x++) {
            int character = character(x, row);
            if (character != CONTINUATION) {
                line.appendCodePoint(character);
            }
        }
        return line.toString().stripTrailing();
    }

    /** All lines. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < size.rows(); y++) {
            text.append(line(y)).append('\n');
        }
        return text.toString();
    }
}
