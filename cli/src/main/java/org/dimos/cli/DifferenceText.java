package org.dimos.cli;

import java.util.Locale;
import java.util.Map;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.record.compare.Difference;
import org.dimos.record.compare.StreamComparison;

/** Differences in words and as data. */
final class DifferenceText {
    private static final double NANOS_PER_SECOND = 1e9;

    private final long startNanos;
    private final String left;
    private final String right;

    /**
     * Words for the differences of two recordings.
     *
     * @param startNanos from when on times are counted
     * @param left what a person calls the first
     * @param right what a person calls the second
     */
    DifferenceText(long startNanos, String left, String right) {
        this.startNanos = startNanos;
        this.left = left;
        this.right = right;
    }

    /** Seconds since the beginning. */
    String time(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", (nanos - startNanos) / NANOS_PER_SECOND);
    }

    /** Where a stream differs first, and how much of it does. */
    String sentence(StreamComparison stream, Difference first) {
        return stream.stream() + " differs first at " + time(first.nanos()) + " in message "
                + Format.count(first.number()) + ": " + first.field() + " is " + first.left() + " in " + left + ", "
                + first.right() + " in " + right + "; " + extent(stream);
    }

    private static String extent(StreamComparison stream) {
        long messages = Math.max(stream.left(), stream.right());
        return stream.different() <= messages
                ? Format.count(stream.different()) + " of " + Format.count(messages, "message") + " differ"
                : Format.count(stream.different(), "message") + " differ or are only in one of them";
    }

    Map<String, Object> data(StreamComparison stream) {
        Map<String, Object> data = Json.object(
                "stream", stream.stream(),
                "equal", stream.isEqual(),
                "left", stream.left(),
                "right", stream.right(),
                "different", stream.different());
        stream.first()
                .ifPresent(first -> data.put(
                        "first",
                        Json.object(
                                "seconds", (first.nanos() - startNanos) / NANOS_PER_SECOND,
                                "nanos", first.nanos(),
                                "message", first.number(),
                                "field", first.field(),
                                "left", first.left(),
                                "right", first.right())));
        return data;
    }
}
