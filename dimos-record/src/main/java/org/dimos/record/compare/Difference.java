package org.dimos.record.compare;

/**
 * Where two recordings of a stream are first different.
 *
 * @param stream the stream
 * @param number which message of the stream it is, from 1
 * @param nanos the time of the message, nanoseconds since the epoch
 * @param field the path of the field; {@code ts} where one has a message that the other lacks
 * @param left what the first recording has there
 * @param right what the second has there
 */
public record Difference(String stream, long number, long nanos, String field, String left, String right) {}
