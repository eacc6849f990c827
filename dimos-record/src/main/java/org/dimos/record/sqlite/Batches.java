package org.dimos.record.sqlite;

import org.dimos.record.Observation;

/**
 * Commits what is written into a new file every so many messages or bytes, so that neither memory nor the log grows
 * with the file.
 */
public final class Batches {
    private static final int MOST_MESSAGES = 1000;
    private static final long MOST_BYTES = 4 << 20;

    private final RecordingWriter writer;
    private long messages;
    private long bytes;

    /** What is written by that writer. */
    public Batches(RecordingWriter writer) {
        this.writer = writer;
    }

    /** Appends an observation, its payload as the bytes it was stored in; answers whether that completed a batch. */
    public boolean append(RecordingStream stream, Observation<?> observation) {
        long unused = stream.append(observation);
        return count(observation.storedBytes());
    }

    /** Counts a message that was appended; answers whether that completed a batch. */
    public boolean count(long payloadBytes) {
        messages++;
        bytes += payloadBytes;
        boolean full = messages % MOST_MESSAGES == 0 || bytes > MOST_BYTES;
        if (full) {
            writer.commit();
            bytes = 0;
        }
        return full;
    }

    /** How many messages there were in all. */
    public long messages() {
        return messages;
    }
}
