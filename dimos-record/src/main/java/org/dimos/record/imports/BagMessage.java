package org.dimos.record.imports;

import org.dimos.core.array.Bytes;

/**
 * One message of a bag as it is stored there.
 *
 * @param topic where it was published
 * @param logNanos when it was received, nanoseconds since the Unix epoch
 * @param data its bytes, in the topic's encoding
 */
public record BagMessage(BagTopic topic, long logNanos, Bytes data) {}
