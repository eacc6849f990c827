package org.dimos.record.replay;

import java.time.Duration;
import java.util.List;
import org.dimos.record.RecordingException;
import org.dimos.record.StreamInfo;

/**
 * A part of recorded time.
 *
 * @param startNanos where it starts, nanoseconds since the epoch
 * @param endNanos where it ends; a message at this very time does not belong to it
 * @param whole whether nothing was cut off
 */
public record Window(long startNanos, long endNanos, boolean whole) {

    /** From the first to the last event of a recording. Values under a constant stamp are no events. */
    public static Window of(List<StreamInfo> streams) {
        List<StreamInfo> events = streams.stream()
                .filter(stream -> stream.messages() > 0 && !stream.isLatched())
                .toList();
        List<StreamInfo> counted = events.isEmpty()
                ? streams.stream().filter(stream -> stream.messages() > 0).toList()
                : events;
        long start = counted.stream().mapToLong(StreamInfo::firstNanos).min().orElse(0);
        long end = counted.stream().mapToLong(StreamInfo::lastNanos).max().orElse(0);
        return new Window(start, counted.isEmpty() ? start : end + 1, true);
    }

    /** Starts later. */
    public Window seek(Duration offset) {
        long start = startNanos + offset.toNanos();
        if (offset.isNegative() || (start >= endNanos && !offset.isZero())) {
            throw new RecordingException("a start at " + seconds(offset.toNanos())
                    + " is outside of the recording, which lasts " + seconds(endNanos - startNanos));
        }
        return new Window(start, endNanos, whole && offset.isZero());
    }

    /** Ends that long after its start, if it did not end before. */
    public Window limit(Duration length) {
        if (length.isNegative() || length.isZero()) {
            throw new RecordingException("a duration of " + seconds(length.toNanos()) + " plays nothing");
        }
        long end = startNanos + length.toNanos();
        return end > endNanos ? this : new Window(startNanos, end, false);
    }

    /** How long it is. */
    public Duration length() {
        return Duration.ofNanos(endNanos - startNanos);
    }

    private static String seconds(long nanos) {
        return Math.round(nanos / 1e6) / 1000.0 + " s";
    }
}
