package org.dimos.core.transport;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what comes on each channel, and looks into no message. Safe to share. */
public final class TrafficMeter {
    private static final int MOST_CHANNELS = 4096;
    private static final String OTHERS = "(others)";
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<String, Counter> channels = new ConcurrentHashMap<>();

    /**
     * What came on a channel.
     *
     * @param channel the channel
     * @param messages how many so far
     * @param bytes their payload
     * @param rate messages per second since the last look
     * @param bandwidth bytes per second since the last look
     */
    public record ChannelTraffic(String channel, long messages, long bytes, double rate, double bandwidth) {}

    /** Counts a message. */
    public void count(Packet packet) {
        Counter counter = channels.get(packet.channel());
        if (counter == null) {
            String name = channels.size() < MOST_CHANNELS ? packet.channel() : OTHERS;
            counter = channels.computeIfAbsent(name, unused -> new Counter());
        }
        counter.messages.incrementAndGet();
        counter.bytes.addAndGet(packet.payload().length());
    }

    /** What came since the last look, by name; for one who looks. */
    public List<ChannelTraffic> look(long sinceLastNanos) {
        double seconds = sinceLastNanos / NANOS_PER_SECOND;
        return channels.entrySet().stream()
                .map(entry -> entry.getValue().look(entry.getKey(), seconds))
                .sorted(Comparator.comparing(ChannelTraffic::channel))
                .toList();
    }

    private static final class Counter {
        private final AtomicLong messages = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();
        private long lastMessages;
        private long lastBytes;

        synchronized ChannelTraffic look(String channel, double seconds) {
            long nowMessages = messages.get();
            long nowBytes = bytes.get();
            ChannelTraffic traffic = new ChannelTraffic(
                    channel,
                    nowMessages,
                    nowBytes,
                    (nowMessages - lastMessages) / seconds,
                    (nowBytes - lastBytes) / seconds);
            lastMessages = nowMessages;
            lastBytes = nowBytes;
            return traffic;
        }
    }
}
