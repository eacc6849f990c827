package org.dimos.cli.studio.state;

import java.util.Locale;

/** Numbers in little room. */
public final class Figures {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private Figures() {}

    /** Times per second in four characters at most: {@code 0.25}, {@code 9.8}, {@code 120}, {@code 12k}. */
    public static String rate(double hertz) {
        if (hertz < 0.995) {
            return String.format(Locale.ROOT, "%.2f", hertz);
        } else if (hertz < 9.95) {
            return String.format(Locale.ROOT, "%.1f", hertz);
        }
        return hertz < 9999.5
                ? String.format(Locale.ROOT, "%.0f", hertz)
                : String.format(Locale.ROOT, "%.0fk", hertz / 1000);
    }

    /** A time with milliseconds: {@code 1:02.345}, {@code 1:00:02.345}. */
    public static String time(long nanos) {
        long millis = Math.max(0, Math.floorDiv(nanos, 1_000_000));
        String rest = String.format(Locale.ROOT, "%02d.%03d", millis % MINUTE / 1000, millis % 1000);
        return millis < HOUR
                ? millis / MINUTE + ":" + rest
                : String.format(Locale.ROOT, "%d:%02d:%s", millis / HOUR, millis % HOUR / MINUTE, rest);
    }

    /** A speed: {@code x1}, {@code x0.5}. */
    public static String speed(double speed) {
        return "x" + String.format(Locale.ROOT, "%.4f", speed).replaceAll("\\.?0+$", "");
    }
}
