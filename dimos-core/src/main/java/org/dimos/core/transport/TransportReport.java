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
 */
public record TransportReport(
        String transport, long sent, long sentBytes, long received, long receivedBytes, Map<String, Long> losses) {
    public TransportReport {
        losses = new LinkedHashMap<>(losses);
        losses.values().removeIf(count -> count == 0);
        losses = Collections.unmodifiableMap(losses);
    }

    /** Messages that are known to be lost. */
    public long lost() {
        return losses.values().stream().mapToLong(Long::longValue).sum();
    }
}
