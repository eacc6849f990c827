package org.dimos.core.transport.lcm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.dimos.core.transport.TransportReport;

/** What went out, came in and was lost. Safe to share. */
final class Traffic {
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong sentBytes = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong receivedBytes = new AtomicLong();
    private final AtomicLongArray losses = new AtomicLongArray(Loss.values().length);

    void sent(long bytes) {
        sent.incrementAndGet();
        sentBytes.addAndGet(bytes);
    }

    void received(long bytes) {
        received.incrementAndGet();
        receivedBytes.addAndGet(bytes);
    }

    void lost(Loss loss, long messages) {
        losses.addAndGet(loss.ordinal(), messages);
    }

    long lost(Loss loss) {
        return losses.get(loss.ordinal());
    }

    TransportReport report(String name) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Loss loss : Loss.values()) {
            counts.put(loss.words(), lost(loss));
        }
        return new TransportReport(name, sent.get(), sentBytes.get(), received.get(), receivedBytes.get(), counts);
    }
}
