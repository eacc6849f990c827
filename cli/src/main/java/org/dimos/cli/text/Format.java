package org.dimos.cli.text;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Numbers and times as the program writes them, the same in every country. */
public final class Format {
    private static final List<String> SIZES = List.of("B", "kB", "MB", "GB", "TB");
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private Format() {}

    /** A count with its thousands apart: {@code 4,093}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A count and what is counted: {@code 1 stream}, {@code 9 streams}. */
    public static String count(long number, String word) {
        return count(number) + " " + word + (number == 1 ? "" : "s");
    }

    /** Seconds with two decimals. */
    public static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / NANOS_PER_SECOND);
    }

    /** Milliseconds with two decimals. */
    public static String milliseconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", duration.toNanos() / NANOS_PER_MILLISECOND);
    }

    /** A rate with one decimal, or two below 10 per second. */
    public static String hertz(double rate) {
        return String.format(Locale.ROOT, rate < 9.995 ? "%.2f" : "%.1f", rate);
    }

    /** A size in decimal units to three digits: {@code 12.3 MB}, {@code 661 kB}. */
    public static String bytes(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 999.5 && unit < SIZES.size() - 1) {
            size /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || size >= 99.95 ? "%.0f %s" : "%.1f %s", size, SIZES.get(unit));
    }

    /** A point in time in UTC to the millisecond. */
    public static String time(long nanos) {
        return Instant.ofEpochSecond(0, nanos).truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The last part of a type's name: {@code Image} of {@code sensor_msgs.Image}. */
    public static String simpleName(String typeName) {
        return typeName.substring(Math.max(typeName.lastIndexOf('.'), typeName.lastIndexOf('/')) + 1);
    }
}
