package org.dimos.record.sqlite;

import java.util.Optional;
import org.dimos.record.Rate;
import org.dimos.record.RecordedTime;

/**
 * What a stream holds in all.
 *
 * @param messages how many messages
 * @param lastId the largest id, 0 if there is none
 * @param bytes size of all payloads
 * @param first time of the earliest message, seconds since the epoch
 * @param last time of the latest message
 * @param minGap the shortest time above 0 between two messages that follow each other; infinite if there is none, NaN if
 *     it is not known, because times went backwards
 * @param maxGap the longest; 0 if there is none, NaN if it is not known
 */
record StreamTotals(long messages, long lastId, long bytes, double first, double last, double minGap, double maxGap) {
    static final int NUMBER_BYTES = 8;
    static final StreamTotals NONE = new StreamTotals(0, 0, 0, 0, 0, Double.POSITIVE_INFINITY, 0);

    /** With one more message. */
    StreamTotals with(long id, double seconds, long size) {
        if (messages == 0) {
            return new StreamTotals(1, id, size, seconds, seconds, minGap, maxGap);
        }
        long count = messages + 1;
        if (seconds < last) {
            return new StreamTotals(count, id, bytes + size, Math.min(first, seconds), last, Double.NaN, Double.NaN);
        }
        double gap = seconds - last;
        double shortest = gap > 0 ? Math.min(minGap, gap) : minGap;
        return new StreamTotals(count, id, bytes + size, first, seconds, shortest, Math.max(maxGap, gap));
    }

    StreamTotals withBytes(long size) {
        return new StreamTotals(messages, lastId, size, first, last, minGap, maxGap);
    }

    StreamTotals withGaps(double shortest, double longest) {
        return new StreamTotals(messages, lastId, bytes, first, last, shortest, longest);
    }

    /** Whether both are about the same rows, as far as can be told without their payloads. */
    boolean isSameFor(StreamTotals other) {
        return messages == other.messages && lastId == other.lastId && first == other.first && last == other.last;
    }

    long firstNanos() {
        return messages == 0 ? 0 : RecordedTime.toNanos(first);
    }

    long lastNanos() {
        return messages == 0 ? 0 : RecordedTime.toNanos(last);
    }

    /** How often messages came; empty below two different times. */
    Optional<Rate> rate() {
        double span = (lastNanos() - firstNanos()) / 1e9;
        return span > 0 ? Optional.of(new Rate(1 / maxGap, (messages - 1) / span, 1 / minGap)) : Optional.empty();
    }

    boolean knowsGaps() {
        return !Double.isNaN(minGap) && !Double.isNaN(maxGap);
    }
}
