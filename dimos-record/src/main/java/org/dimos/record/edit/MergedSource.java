package org.dimos.record.edit;

import java.util.List;
import java.util.stream.Collectors;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;

/**
 * Several recordings as one. Streams of the same name and type become one stream, in the order of time.
 *
 * @param parts the recordings
 * @param prefixed whether each stream gets the name of its file in front of its own, as a namespace
 */
public record MergedSource(List<RecordingSource> parts, boolean prefixed) implements RecordingSource {
    public MergedSource {
        parts = List.copyOf(parts);
    }

    @Override
    public String name() {
        return parts.stream().map(RecordingSource::name).collect(Collectors.joining(" + "));
    }

    @Override
    public String title() {
        return parts.stream().map(RecordingSource::title).collect(Collectors.joining(" + "));
    }

    /**
     * Opens all of them.
     *
     * @throws org.dimos.record.RecordingException if one is no recording, or streams of one name are of two types
     */
    @Override
    public RecordingReader open() {
        return MergedReader.open(parts, prefixed);
    }
}
