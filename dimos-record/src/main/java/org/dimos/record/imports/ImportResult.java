package org.dimos.record.imports;

import java.nio.file.Path;
import java.util.List;

/**
 * What an import has brought.
 *
 * @param target the new recording
 * @param streams its streams, in the order of their first messages
 * @param warnings what a person should know, one sentence each: a source that was cut off, messages that could not be decoded
 */
public record ImportResult(Path target, List<ImportedStream> streams, List<String> warnings) {

    public ImportResult {
        streams = List.copyOf(streams);
        warnings = List.copyOf(warnings);
    }

    /** The messages of all streams. */
    public long messages() {
        return streams.stream().mapToLong(ImportedStream::messages).sum();
    }
}
