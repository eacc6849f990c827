package org.dimos.record.sqlite;

import java.util.List;
import org.dimos.record.Loss;
import org.dimos.record.StreamInfo;

/** Puts together what there is to say about a stream. */
final class StreamStatistics {
    private StreamStatistics() {}

    static StreamInfo of(StreamEntry entry, PayloadReader payloads, StreamTotals totals, List<Loss> losses) {
        return new StreamInfo(
                entry.name(),
                payloads.typeName(),
                payloads.type(),
                payloads.codec(),
                totals.messages(),
                totals.firstNanos(),
                totals.lastNanos(),
                totals.bytes(),
                totals.rate(),
                losses,
                entry.javaNotes().flatMap(StreamEntry.JavaNotes::producer));
    }
}
