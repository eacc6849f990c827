package org.dimos.benchmarks.terminal;

import java.util.Arrays;

/** The characters that a terminal shows, without colours. Knows what full-screen programs commonly send; ignores the rest. */
final class TextScreen {
    private static final char ESCAPE = 0x1b;

    private enum Expected {
        TEXT,
        KIND,
        SEQUENCE
    }

    private final char[][] cells;
    private final StringBuilder sequence = new StringBuilder();
    private Expected expected = Expected.TEXT;
    private int column;
    private int row;

    TextScreen(int columns, int rows) {
        cells = new char[rows][columns];
        clear();
    }

    private void clear() {
        for (char[] line : cells) {
            Arrays.fill(line, ' ');
        }
    }

    void feed(char character) {
        switch (expected) {
            case TEXT -> text(character);
            case KIND -> {
                sequence.setLength(0);
                expected = character == '[' ? Expected.SEQUENCE : Expected.TEXT;
            }
            case SEQUENCE -> {
                if (character >= '@') {
                    expected = Expected.TEXT;
                    obey(character, sequence.toString());
                } else {
                    sequence.append(character);
                }
            }
        }
    }

    private void text(char character) {
        switch (character) {
            case ESCAPE -> expected = Expected.KIND;
            case '\r' -> column = 0;
            case '\n' -> row++;
            default -> {
                if (character >= ' ' && row < cells.length && column < cells[row].length) {
                    cells[row][column++] = character;
                }
            }
        }
    }

    private void obey(char command, String arguments) {
        if (command == 'H') {
            String[] place = arguments.split(";", -1);
            row = place[0].isEmpty() ? 0 : Integer.parseInt(place[0]) - 1;
            column = place.length < 2 ? 0 : Integer.parseInt(place[1]) - 1;
        } else if (command == 'J' && arguments.equals("2")) {
            clear();
        }
    }

    /** Its lines, without blanks at their ends. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (char[] line : cells) {
            text.append(new String(line).stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
