package org.dimos.record;

/**
 * Messages of a stream that were published but not stored.
 *
 * @param stream the name of the stream
 * @param fromNanos time of the first lost message, nanoseconds since the epoch
 * @param toNanos time of the last lost message
 * @param count how many were lost in that span
 * @param reason why, such as {@code queue full}
 */
public record Loss(String stream, long fromNanos, long toNanos, long count, String reason) {}
