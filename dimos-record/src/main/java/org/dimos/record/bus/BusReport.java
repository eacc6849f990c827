package org.dimos.record.bus;

import java.util.Map;
import org.dimos.core.transport.TransportReport;
import org.dimos.record.RecorderReport;

/**
 * What a recording from outside has done. Every message that came in is stored, lost, left out or skipped.
 *
 * @param recorder what became of the messages to keep, per stream
 * @param types the types of the streams that came up
 * @param seen messages that came in
 * @param leftOut messages of streams that were not asked for
 * @param skipped messages that cannot be kept, by why
 * @param transport what the transport has carried and lost
 */
public record BusReport(
        RecorderReport recorder,
        Map<String, String> types,
        long seen,
        long leftOut,
        Map<String, Long> skipped,
        TransportReport transport) {
    public BusReport {
        types = Map.copyOf(types);
        skipped = Map.copyOf(skipped);
    }

    /** Messages that cannot be kept. */
    public long skippedInAll() {
        return skipped.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether it accounts for every message. */
    public boolean isBalanced() {
        return recorder.stored() + recorder.lost() + leftOut + skippedInAll() == seen;
    }
}
