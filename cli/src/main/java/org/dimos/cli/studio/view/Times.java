package org.dimos.cli.studio.view;

import java.util.Locale;

/** The names of times on a ruler. */
final class Times {
    private static final long SECOND = 1_000_000_000;

    private Times() {}

    /** A time, as exact as the distance between two of them needs. */
    static String tick(long nanos, long step) {
        long seconds = nanos / SECOND;
        String text = seconds < 60
                ? String.valueOf(seconds)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60 % 60, seconds % 60);
        if (seconds >= 3600) {
            text = String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
        }
        if (step >= SECOND) {
            return seconds < 60 ? text + "s" : text;
        }
        int digits = step >= SECOND / 10 ? 1 : step >= SECOND / 100 ? 2 : 3;
        String fraction = String.format(Locale.ROOT, "%03d", nanos % SECOND / 1_000_000);
        return text + "." + fraction.substring(0, digits) + (seconds < 60 ? "s" : "");
    }
}
