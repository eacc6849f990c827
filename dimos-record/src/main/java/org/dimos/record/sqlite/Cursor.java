package org.dimos.record.sqlite;

import java.util.Iterator;
import org.dimos.record.Observation;

/**
 * Reads a stream from front to back, one row at a time. Not safe to share between threads; several cursors of one file
 * may be used by several threads. {@link #hasNext} and {@link #next} throw
 * {@link org.dimos.record.RecordingException} where the file is damaged.
 */
public interface Cursor extends Iterator<Observation<?>>, AutoCloseable {

    /** Gives back what the cursor holds; later calls of {@link #hasNext} say false. */
    @Override
    void close();
}
