package org.dimos.cli.studio.screen;

import java.util.List;
import java.util.Optional;

/**
 * What is written onto a screen as it is, such as pixels.
 *
 * @param column where it begins
 * @param row where it begins
 * @param lines what is written, each at the beginning of a line
 * @param removal what takes it away, where writing over it does not
 */
public record Overlay(int column, int row, List<String> lines, Optional<String> removal) {
    public Overlay {
        lines = List.copyOf(lines);
    }

    /** What a terminal is sent. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append("\033[")
                    .append(row + i + 1)
                    .append(';')
                    .append(column + 1)
                    .append('H');
            text.append(lines.get(i));
        }
        return text.append("\033[0m").toString();
    }
}
