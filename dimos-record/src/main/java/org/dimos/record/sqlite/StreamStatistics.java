package org.dimos.record.sqlite;

import java.util.List;
import java.util.Optional;
import org.dimos.record.Loss;
import org.dimos.record.Rate;
import org.dimos.record.RecordedTime;
import org.dimos.record.StreamInfo;

/** Puts together what there is to say about a stream. */
final class StreamStatistics {
    private StreamStatistics() {}

    static StreamInfo of(StreamEntry entry, PayloadReader payloads, StreamTotals totals, List<Loss> losses) {
        boolean any = totals.messages() > 0;
        return new StreamInfo(
                entry.name(),
                payloads.typeName(),
                payloads.type(),
                payloads.codec(),
                totals.messages(),
                any ? RecordedTime.toNanos(totals.first()) : 0,
                any ? RecordedTime.toNanos(totals.last()) : 0,
                totals.bytes(),
                any ? rate(totals) : Optional.empty(),
                losses,
                entry.javaNotes().flatMap(StreamEntry.JavaNotes::producer));
    }

    private static Optional<Rate> rate(StreamTotals totals) {
        double span = (RecordedTime.toNanos(totals.last()) - RecordedTime.toNanos(totals.first())) / 1e9;
        return span > 0
                ? Optional.of(new Rate(1 / totals.maxGap(), (totals.messages() - 1) / span, 1 / totals.minGap()))
                : Optional.empty();
    }
}
