package org.dimos.benchmarks.store;

import java.nio.file.Path;

/** One way of writing messages to a disk. */
public interface Contestant {
    /** How many bytes of messages make a batch: a transaction, or what is written before an fsync. */
    int BATCH_BYTES = 10 << 20;

    /** What it is called in the table. */
    String name();

    /**
     * Writes all messages to a new file and closes it, so that they are there after a power failure.
     *
     * @return how long it took, in seconds
     * @throws Exception if not every message was written
     */
    double write(Messages messages, Path file) throws Exception;
}
