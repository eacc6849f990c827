package org.dimos.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a recorder gets on, at one moment.
 *
 * @param file the file that is being written, or the last one
 * @param state whether it records
 * @param reason why it does not, if it waits or has stopped before its end
 * @param streams the streams, in the order in which they were added
 * @param waitingBytes how much waits for the disk
 * @param queueBytes how much may wait
 * @param fileBytes the size of the file and its log; 0 if it is gone
 */
public record RecorderStatus(
        Path file,
        State state,
        Optional<String> reason,
        List<StreamStatus> streams,
        long waitingBytes,
        long queueBytes,
        long fileBytes) {
    public RecorderStatus {
        streams = List.copyOf(streams);
    }

    /** Messages in the file. */
    public long stored() {
        return streams.stream().mapToLong(StreamStatus::stored).sum();
    }

    /** Messages counted as lost. */
    public long lost() {
        return streams.stream().mapToLong(StreamStatus::lost).sum();
    }

    /** Whether a recorder records. */
    public enum State {
        /** Not started; messages wait in the queue. */
        READY,
        /** All is well. */
        RECORDING,
        /** The disk is full or the file locked by another process: it will go on when that is over. */
        WAITING,
        /** Closed, or nothing can be written any more. */
        STOPPED
    }
}
