package org.dimos.cli.studio.screen;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** As much of a terminal as the display makes use of. */
final class TinyTerminal {
    private static final Pattern SEQUENCE = Pattern.compile("\033\\[([0-9;]*)([A-Za-z])");

    private final int columns;
    private final int[][] cells;
    private int x;
    private int y;

    TinyTerminal(int columns, int rows) {
        this.columns = columns;
        this.cells = new int[rows][columns];
        clear();
    }

    private void clear() {
        for (int[] row : cells) {
            Arrays.fill(row, ' ');
        }
    }

    void feed(String text) {
        Matcher sequences = SEQUENCE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (sequences.find(at) && sequences.start() == at) {
                obey(sequences.group(2), sequences.group(1));
                at = sequences.end();
            } else {
                int character = text.codePointAt(at);
                print(character);
                at += Character.charCount(character);
            }
        }
    }

    private void obey(String command, String arguments) {
        if (command.equals("H")) {
            String[] place = arguments.split(";", -1);
            y = Integer.parseInt(place[0]) - 1;
            x = Integer.parseInt(place[1]) - 1;
        } else if (command.equals("J")) {
            clear();
        } else if (!command.equals("m")) {
            throw new AssertionError("what is " + command);
        }
    }

    /** Of a wide character that is half overwritten the other half is blank. */
    private void print(int character) {
        int width = WCWidth.wcwidth(character);
        for (int i = 0; i < width && x + i < columns; i++) {
            blankHalves(x + i);
        }
        if (x < columns) {
            cells[y][x] = character;
        }
        if (width == 2 && x + 1 < columns) {
            cells[y][x + 1] = 0;
        }
        x += width;
    }

    private void blankHalves(int column) {
        if (cells[y][column] == 0 && column > 0) {
            cells[y][column - 1] = ' ';
        } else if (column + 1 < columns && cells[y][column + 1] == 0) {
            cells[y][column + 1] = ' ';
        }
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int[] row : cells) {
            StringBuilder line = new StringBuilder();
            for (int character : row) {
                if (character != 0) {
                    line.appendCodePoint(character);
                }
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
