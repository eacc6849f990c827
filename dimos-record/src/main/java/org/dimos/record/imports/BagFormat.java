package org.dimos.record.imports;

import java.nio.file.Path;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordingException;

/** A file format that can be imported. Listed in {@link BagFormats}. */
public interface BagFormat {

    /** The name a person knows the format by, such as {@code ROS 1 bag}. */
    String name();

    /**
     * Whether a file is of this format.
     *
     * @param source a file or a folder
     * @param start the first bytes of the file, at most {@link BagFormats#START_LENGTH}; empty for a folder
     */
    boolean matches(Path source, Bytes start);

    /**
     * Opens a file for reading; the file is never written to.
     *
     * @throws RecordingException if it cannot be read as this format
     */
    BagReader open(Path source);
}
