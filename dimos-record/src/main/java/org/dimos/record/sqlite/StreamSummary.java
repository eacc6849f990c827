package org.dimos.record.sqlite;

import org.dimos.record.Observation;
import org.dimos.record.RecordedTime;
import org.dimos.record.StreamInfo;

/** Sums up messages that come in the order of time. Not safe to share between threads. */
public final class StreamSummary {
    private StreamTotals totals = StreamTotals.NONE;

    /** Counts a message. */
    public void add(Observation<?> observation) {
        add(RecordedTime.toSeconds(observation.timestampNanos()), observation.storedBytes());
    }

    /** Counts a message; its time in seconds since the epoch. */
    public void add(double seconds, long payloadBytes) {
        totals = totals.with(0, seconds, payloadBytes);
    }

    /** The stream as if it had these messages only. */
    public StreamInfo of(StreamInfo stream) {
        return new StreamInfo(
                stream.name(),
                stream.typeName(),
                stream.payloadType(),
                stream.codec(),
                totals.messages(),
                totals.firstNanos(),
                totals.lastNanos(),
                totals.bytes(),
                totals.rate(),
                stream.losses(),
                stream.producer());
    }
}
