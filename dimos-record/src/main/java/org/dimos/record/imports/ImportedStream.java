package org.dimos.record.imports;

import java.util.Optional;

/**
 * A stream that was imported.
 *
 * @param topic the topic in the source
 * @param stream the stream in the recording
 * @param typeName the type of its messages: as it is called here, or for opaque ones as in the source
 * @param messages how many there are
 * @param opaque why its messages were kept as the bytes they are; empty where they were decoded
 */
public record ImportedStream(String topic, String stream, String typeName, long messages, Optional<String> opaque) {

    /** Whether the messages were kept as the bytes they are. */
    public boolean isOpaque() {
        return opaque.isPresent();
    }
}
