package org.dimos.record;

import java.nio.file.Path;
import org.dimos.record.sqlite.RecordingWriter;

/** Where a recorder writes: a file, or segments one after the other. Touches no disk before it is opened. */
public interface RecordingTarget {

    /** The file, or the folder of the segments. */
    Path path();

    /**
     * Refuses to overwrite what is there.
     *
     * @throws RecordingException if there is something already
     */
    void check();

    /**
     * Makes the file to begin with.
     *
     * @throws RecordingException if it exists or cannot be made
     */
    RecordingWriter open(RunInfo run);

    /**
     * Called by the writing thread after each commit.
     *
     * @return the writer to go on with: the same, or that of a new file, and then the old one is closed already
     * @throws RecordingException if the new file cannot be made
     */
    RecordingWriter afterCommit(RecordingWriter current);
}
