package org.dimos.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks a sentence at its blanks into lines that fit. */
public final class Wrap {
    private Wrap() {}

    /**
     * The lines of a text.
     *
     * @param width how long a line may be; a single word may be longer
     * @param indent how many blanks stand before all lines but the first
     */
    public static List<String> of(String text, int width, int indent) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int start = rest.length() - rest.stripLeading().length();
            int end = rest.lastIndexOf(' ', width);
            if (end <= start) {
                end = rest.indexOf(' ', Math.max(width, start));
            }
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = " ".repeat(indent) + rest.substring(end + 1);
        }
        lines.add(rest);
        return lines;
    }
}
