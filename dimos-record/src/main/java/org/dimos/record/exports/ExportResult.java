package org.dimos.record.exports;

import java.nio.file.Path;
import java.util.List;

/**
 * What an export has written.
 *
 * @param target the new file
 * @param format the id of its format
 * @param streams its streams
 * @param warnings what a person should know, one sentence each
 */
public record ExportResult(Path target, String format, List<ExportedStream> streams, List<String> warnings) {

    public ExportResult {
        streams = List.copyOf(streams);
        warnings = List.copyOf(warnings);
    }

    /** The messages of all streams. */
    public long messages() {
        return streams.stream().mapToLong(ExportedStream::messages).sum();
    }
}
