package org.dimos.cli;

import picocli.CommandLine.ITypeConverter;

/**
 * A time in a recording that may be counted from its end: {@code -30} is half a minute before it.
 *
 * @param point the time
 * @param beforeEnd whether it is that long before the end
 */
record KeepTime(TimePoint point, boolean beforeEnd) {

    /** Nanoseconds since the epoch, in a recording with these ends. */
    long resolve(long startNanos, long endNanos) {
        return beforeEnd ? endNanos - point.nanos() : point.resolve(startNanos);
    }

    /** Reads what the user wrote. */
    static final class Converter implements ITypeConverter<KeepTime> {
        private final TimePoint.Converter points = new TimePoint.Converter();

        @Override
        public KeepTime convert(String text) {
            boolean beforeEnd = text.startsWith("-") && !text.contains("T");
            return new KeepTime(points.convert(beforeEnd ? text.substring(1) : text), beforeEnd);
        }
    }
}
