package org.dimos.record;

import java.util.Set;

/**
 * What is to be written in one transaction.
 *
 * @param bytes how much the file grows by its rows at most
 * @param streams the streams it is about
 */
public record Batch(long bytes, Set<String> streams) {
    public Batch {
        streams = Set.copyOf(streams);
    }
}
