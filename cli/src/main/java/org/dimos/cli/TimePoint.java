package org.dimos.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A point in recorded time as a user names it: seconds from the recording's start, such as {@code 12.5}, or a moment
 * such as {@code 2026-11-21T08:30:00Z}.
 *
 * @param nanos after the start, or since the epoch
 * @param isMoment whether it stands for itself, whatever the start is
 */
record TimePoint(long nanos, boolean isMoment) {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.EPOCH.plus(Duration.ofDays(100_000));

    /** That long after the start. */
    static TimePoint after(Duration offset) {
        return new TimePoint(offset.toNanos(), false);
    }

    /** That moment. */
    static TimePoint at(Instant moment) {
        return new TimePoint(Duration.between(Instant.EPOCH, moment).toNanos(), true);
    }

    /** Nanoseconds since the epoch, in a recording that starts at {@code startNanos}. */
    long resolve(long startNanos) {
        return isMoment ? nanos : startNanos + nanos;
    }

    /** Reads what the user wrote. */
    static final class Converter implements ITypeConverter<TimePoint> {
        private final Seconds seconds = new Seconds();

        @Override
        public TimePoint convert(String text) {
            return text.contains("T") || text.contains("t") ? at(moment(text)) : after(offset(text));
        }

        private Duration offset(String text) {
            try {
                return seconds.convert(text);
            } catch (TypeConversionException e) {
                throw refused(text);
            }
        }

        private static Instant moment(String text) {
            try {
                Instant moment = OffsetDateTime.parse(text).toInstant();
                if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
                    throw refused(text);
                }
                return moment;
            } catch (DateTimeException e) {
                throw refused(text);
            }
        }

        private static TypeConversionException refused(String text) {
            return new TypeConversionException(
                    "'" + text
                            + "' is no time; it takes seconds from the start such as 12.5, or a moment such as 2026-11-21T08:30:00Z");
        }
    }
}
