package org.dimos.record.imports;

import java.util.List;
import java.util.Optional;
import org.dimos.record.RecordingException;

/**
 * The messages of a bag, one after the other in the order of the file, however large it is: no more than one message and one
 * decompression window are in memory. For one thread.
 */
public interface BagReader extends AutoCloseable {

    /**
     * The next message; empty at the end.
     *
     * @throws RecordingException if the file is damaged, other than by being cut off at its end
     */
    Optional<BagMessage> next();

    /** How far the file has been read, in units of {@link #size()}. */
    long position();

    /** The size of the whole, in bytes or messages as suits the format. */
    long size();

    /** What a person should know about the file, one sentence each; complete once {@link #next()} gave empty. */
    List<String> warnings();

    @Override
    void close();
}
