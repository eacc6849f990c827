package org.dimos.record.sqlite;

import java.util.Optional;
import org.dimos.record.Observation;
import org.dimos.record.Rate;
import org.dimos.record.RecordedTime;
import org.dimos.record.StreamInfo;

/** Sums up messages that come in the order of time. Not safe to share between threads. */
public final class StreamSummary {
    private long messages;
    private double first;
    private double last;
    private long bytes;
    private double shortest = Double.POSITIVE_INFINITY;
    private double longest;

    /** Counts a message. */
    public void add(Observation<?> observation) {
        add(
                RecordedTime.toSeconds(observation.timestampNanos()),
                observation.encoded().map(encoded -> encoded.data().length()).orElse(Long.BYTES));
    }

    /** Counts a message; its time in seconds since the epoch. */
    public void add(double seconds, long payloadBytes) {
        double pause = messages == 0 ? 0 : seconds - last;
        if (pause > 0) {
            shortest = Math.min(shortest, pause);
            longest = Math.max(longest, pause);
        }
        if (messages == 0) {
            first = seconds;
        }
        last = seconds;
        messages++;
        bytes += payloadBytes;
    }

    /** The stream as if it had these messages only. */
    public StreamInfo of(StreamInfo stream) {
        long from = messages == 0 ? 0 : RecordedTime.toNanos(first);
        long to = messages == 0 ? 0 : RecordedTime.toNanos(last);
        Optional<Rate> rate = to > from
                ? Optional.of(new Rate(1 / longest, (messages - 1) / ((to - from) / 1e9), 1 / shortest))
                : Optional.empty();
        return new StreamInfo(
                stream.name(),
                stream.typeName(),
                stream.payloadType(),
                stream.codec(),
                messages,
                from,
                to,
                bytes,
                rate,
                stream.losses(),
                stream.producer());
    }
}
