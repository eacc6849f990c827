package org.dimos.core.bus;

import java.util.List;

/**
 * What was sent on a stream and what became of it.
 *
 * @param stream the name of the stream
 * @param type the type of its messages
 * @param sent messages handed to every receiver there was at the time
 * @param refused messages that nobody got: published while the graph stopped or after it, or more than are held before
 *     it has started
 * @param receivers one entry for each who listens or has listened
 */
public record StreamReport(String stream, Class<?> type, long sent, long refused, List<ReceiverReport> receivers) {
    public StreamReport {
        receivers = List.copyOf(receivers);
    }

    /** Messages delivered, over all receivers. */
    public long delivered() {
        return receivers.stream().mapToLong(ReceiverReport::delivered).sum();
    }

    /** Messages dropped, over all receivers. */
    public long dropped() {
        return receivers.stream().mapToLong(ReceiverReport::dropped).sum();
    }

    /** Whether every receiver accounts for every message sent while it listened: sent = delivered + dropped. */
    public boolean isBalanced() {
        return receivers.stream().allMatch(ReceiverReport::isBalanced);
    }
}
