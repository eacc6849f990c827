package org.dimos.record;

import java.nio.file.Path;
import java.util.Optional;
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

    /** How much a transaction may make the file grow, unless a single message needs more. */
    default long batchBytes() {
        return Long.MAX_VALUE;
    }

    /**
     * Called by the writing thread before each transaction, to make room for it.
     *
     * @return the writer to go on with: the same, or that of a new file, and then the old one is closed already
     * @throws NoRoomException if it cannot be written, and the same writer is still to be used
     * @throws RecordingException if a new file cannot be made
     */
    default RecordingWriter prepare(RecordingWriter current, Batch batch) {
        return current;
    }

    /** Called by the writing thread when the writer is closed, with the reason if recording stopped before its end. */
    default void closed(Optional<String> failure) {}
}
