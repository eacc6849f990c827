package org.dimos.record.sqlite;

/**
 * Values of a stream that a file repeats from the one before it, so that it can be played alone.
 *
 * @param messages how many
 * @param bytes size of their payloads
 */
public record Carried(long messages, long bytes) {
    public static final Carried NONE = new Carried(0, 0);

    static final int NUMBER_BYTES = 8;
}
