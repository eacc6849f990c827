package org.dimos.record.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;
import org.dimos.record.StreamInfo;

/**
 * A recording opened to be compared.
 *
 * @param reader what reads it
 * @param streams what there is to say about its streams, by their names and in their order
 */
public record Contents(RecordingReader reader, Map<String, StreamInfo> streams) implements AutoCloseable {

    /**
     * Opens a recording.
     *
     * @throws org.dimos.record.RecordingException if it is missing, unreadable or no recording
     */
    public static Contents open(RecordingSource source) {
        RecordingReader reader = source.open();
        try {
            Map<String, StreamInfo> streams = new LinkedHashMap<>();
            reader.streams().forEach(stream -> streams.put(stream.name(), stream));
            return new Contents(reader, streams);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** The names of its streams. */
    public Set<String> names() {
        return streams.keySet();
    }

    Optional<StreamInfo> stream(String name) {
        return Optional.ofNullable(streams.get(name));
    }

    @Override
    public void close() {
        reader.close();
    }
}
