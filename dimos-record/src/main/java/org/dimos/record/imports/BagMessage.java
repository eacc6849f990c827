package org.dimos.record.imports;

import org.dimos.core.array.Bytes;

/**
 * One message of a bag as it is stored there.
 *
 * @param topic where it was published
 * @param logNanos when it was received, nanoseconds since the Unix epoch
 * @param publishNanos when it was published; the same as {@code logNanos} where that is not known
 * @param sequence the number of the message, where the bag keeps it apart from the message; else 0
 * @param data its bytes, in the topic's encoding
 */
public record BagMessage(BagTopic topic, long logNanos, long publishNanos, int sequence, Bytes data) {

    /** A message of which no more is known than when it was received. */
    public BagMessage(BagTopic topic, long logNanos, Bytes data) {
        this(topic, logNanos, logNanos, 0, data);
    }
}
