package org.dimos.core.transport.lcm;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.dimos.core.transport.ChannelName;
import org.dimos.core.transport.TransportReport;

/** What went out, came in and was lost. Safe to share. */
final class Traffic {
    /** More names than any robot has; whoever sends chooses them. */
    private static final int MOST_CHANNELS = 1024;

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong sentBytes = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong receivedBytes = new AtomicLong();
    private final Map<Loss, AtomicLong> losses = new EnumMap<>(Loss.class);
    private final Map<String, AtomicLong> lostByChannel = new ConcurrentHashMap<>();

    Traffic() {
        for (Loss loss : Loss.values()) {
            losses.put(loss, new AtomicLong());
        }
    }

    void sent(long bytes) {
        sent.incrementAndGet();
        sentBytes.addAndGet(bytes);
    }

    void received(long bytes) {
        received.incrementAndGet();
        receivedBytes.addAndGet(bytes);
    }

    void lost(Loss loss, long messages) {
        count(loss).addAndGet(messages);
    }

    /** One message of a channel; its name is empty where it is not known. */
    void lost(Loss loss, String channel) {
        lost(loss, 1);
        if (isCounted(channel)) {
            lostByChannel.computeIfAbsent(channel, name -> new AtomicLong()).incrementAndGet();
        }
    }

    private boolean isCounted(String channel) {
        return !channel.isEmpty()
                && channel.length() <= ChannelName.LONGEST
                && (lostByChannel.size() < MOST_CHANNELS || lostByChannel.containsKey(channel));
    }

    long lost(Loss loss) {
        return count(loss).get();
    }

    private AtomicLong count(Loss loss) {
        return requireNonNull(losses.get(loss), "every loss has a count");
    }

    TransportReport report(String name) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Loss loss : Loss.values()) {
            counts.put(loss.words(), lost(loss));
        }
        Map<String, Long> channels = new HashMap<>();
        lostByChannel.forEach((channel, count) -> channels.put(channel, count.get()));
        return new TransportReport(
                name, sent.get(), sentBytes.get(), received.get(), receivedBytes.get(), counts, channels);
    }
}
