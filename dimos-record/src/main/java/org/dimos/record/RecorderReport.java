package org.dimos.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a recorder has done.
 *
 * @param file the recording
 * @param streams what became of the messages, per stream
 * @param failure why recording stopped before its end, if it did
 */
public record RecorderReport(Path file, List<RecordedCount> streams, Optional<String> failure) {
    public RecorderReport {
        streams = List.copyOf(streams);
    }

    /** Messages in the file. */
    public long stored() {
        return streams.stream().mapToLong(RecordedCount::stored).sum();
    }

    /** Messages counted as lost. */
    public long lost() {
        return streams.stream().mapToLong(RecordedCount::lost).sum();
    }
}
