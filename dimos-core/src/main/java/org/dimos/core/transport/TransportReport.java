package org.dimos.core.transport;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a transport has done so far.
 *
 * @param transport the name of the transport
 * @param sent messages given to the network
 * @param sentBytes their payload
 * @param received messages that came in whole
 * @param receivedBytes their payload
 * @param losses messages that are known to be lost, by why, in words for people; only where there are any
 * @param lostByChannel those of them of which it is known where they belong to, by the names of their channels
 */
public record TransportReport(
        String transport,
        long sent,
        long sentBytes,
        long received,
        long receivedBytes,
        Map<String, Long> losses,
        Map<String, Long> lostByChannel) {
    public TransportReport {
        losses = new LinkedHashMap<>(losses);
        losses.values().removeIf(count -> count == 0);
        losses = Collections.unmodifiableMap(losses);
        lostByChannel = Map.copyOf(lostByChannel);
    }

    /** Of a transport that loses nothing. */
    public TransportReport(String transport, long sent, long sentBytes, long received, long receivedBytes) {
        this(transport, sent, sentBytes, received, receivedBytes, Map.of(), Map.of());
    }

    /** Messages of a channel that are known to be lost; there may be more. */
    public long lost(String channel) {
        return lostByChannel.getOrDefault(channel, 0L);
    }

    /** Messages that are known to be lost. */
    public long lost() {
        return losses.values().stream().mapToLong(Long::longValue).sum();
    }
}
