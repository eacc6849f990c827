package org.dimos.blueprint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dimos.core.bus.StreamReport;

/**
 * How often messages were sent, from counts that are looked at now and then: since a look at least a second ago, as near
 * to that as there was one. Safe to share.
 */
final class StreamRates {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long WINDOW = 1_000_000_000;

    private Look older;
    private Look newer;

    private record Look(long nanos, Map<String, Long> sent) {}

    StreamRates(long start) {
        older = new Look(start, Map.of());
        newer = older;
    }

    /** Messages per second by stream; none counts as sent before the start. */
    synchronized Map<String, Double> at(long nanos, List<StreamReport> streams) {
        if (nanos - newer.nanos() >= WINDOW) {
            older = newer;
            Map<String, Long> sent = new HashMap<>();
            streams.forEach(stream -> sent.put(stream.stream(), stream.sent()));
            newer = new Look(nanos, sent);
        }
        double seconds = Math.max(1, nanos - older.nanos()) / NANOS_PER_SECOND;
        Map<String, Double> rates = new HashMap<>();
        for (StreamReport stream : streams) {
            long before = older.sent().getOrDefault(stream.stream(), 0L);
            rates.put(stream.stream(), (stream.sent() - before) / seconds);
        }
        return rates;
    }
}
