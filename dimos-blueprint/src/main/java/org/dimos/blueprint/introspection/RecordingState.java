package org.dimos.blueprint.introspection;

import java.util.Locale;
import java.util.Optional;
import org.dimos.record.RecorderStatus;

/**
 * How a recorder of a graph gets on.
 *
 * @param file the file that is being written
 * @param state {@code ready}, {@code recording}, {@code waiting} or {@code stopped}
 * @param reason why it does not record, if it does not
 * @param stored messages in the file
 * @param lost messages counted as lost
 * @param waitingBytes how much waits for the disk
 * @param queueBytes how much may wait
 * @param fileBytes the size of the file and its log
 */
public record RecordingState(
        String file,
        String state,
        Optional<String> reason,
        long stored,
        long lost,
        long waitingBytes,
        long queueBytes,
        long fileBytes) {

    /** What of a recorder's status other processes see. */
    public static RecordingState of(RecorderStatus status) {
        return new RecordingState(
                status.file().toString(),
                status.state().name().toLowerCase(Locale.ROOT),
                status.reason(),
                status.stored(),
                status.lost(),
                status.waitingBytes(),
                status.queueBytes(),
                status.fileBytes());
    }
}
