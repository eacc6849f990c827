package org.dimos.cli.testing;

import java.util.regex.Pattern;

/**
 * A screen of the editor without what is different each time: numbers, the time in names, and how dense messages were.
 * Where is what, the marks and what was cut out stay.
 */
public final class MaskedScreen {
    private static final Pattern RUN = Pattern.compile("\\d{8}-\\d{6}-([a-z-]+)-[0-9a-f]{4}");
    private static final Pattern FOLDER = Pattern.compile("\\d{8}-\\d{6}-");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.:]*");
    private static final Pattern LANE = Pattern.compile("[\u2800-\u28ff│!]");
    private static final Pattern RATE = Pattern.compile("(?: +[\\d.]+k?) ?$");
    private static final Pattern STREAM = Pattern.compile("(?<=\\[[x ]\\] )\\w+ *$");
    private static final int FIRST_LINES = 3;

    private MaskedScreen() {}

    /** A screen of a run, with its streams. */
    public static String of(String screen) {
        return masked(screen, false);
    }

    /** A screen of a recording made at that time: its streams are in the order in which their first messages came. */
    public static String ofRecording(String screen) {
        return masked(screen, true);
    }

    private static String masked(String screen, boolean anyStream) {
        int tree = screen.lines().skip(1).findFirst().orElse("").indexOf('│');
        String[] lines = screen.lines().toArray(String[]::new);
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            boolean split = lines[i].length() > tree && lines[i].charAt(tree) == '│';
            masked.append(split ? divided(lines[i], tree, i, anyStream) : sentence(lines[i]))
                    .append('\n');
        }
        return masked.toString();
    }

    private static String divided(String line, int tree, int row, boolean anyStream) {
        String name = RATE.matcher(line.substring(0, tree)).replaceFirst("");
        boolean isStream = name.contains("] ");
        String stream = anyStream ? STREAM.matcher(name).replaceFirst("a stream") : name;
        String left = isStream ? padded(stream, tree - 3) + "## " : line.substring(0, tree);
        return left + "│" + right(line.substring(tree + 1), row);
    }

    private static String right(String text, int row) {
        if (row == 1) {
            return "";
        }
        return row < FIRST_LINES
                ? text.replace('┴', '─')
                : LANE.matcher(text).replaceAll(" ").stripTrailing();
    }

    private static String padded(String text, int width) {
        return text.stripTrailing()
                + " ".repeat(Math.max(1, width - text.stripTrailing().length()));
    }

    private static String sentence(String line) {
        String run = RUN.matcher(line).replaceAll("TIME-$1-ID");
        String folder = FOLDER.matcher(run).replaceAll("TIME-");
        return NUMBER.matcher(folder)
                .replaceAll("#")
                .replaceAll("(?<=# )[kMG]B", "B")
                .replaceAll(" {4,}", "    ");
    }
}
