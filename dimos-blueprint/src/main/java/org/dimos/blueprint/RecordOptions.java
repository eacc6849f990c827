package org.dimos.blueprint;

import java.nio.file.Path;
import java.util.List;
import org.dimos.record.RecorderConfig;

/**
 * What to record and where.
 *
 * @param file the new file
 * @param title what is said to run, for people who look at the file
 * @param streams patterns of stream names, with {@code *} and {@code ?}; none means what the blueprint records by
 *     default
 * @param config how the recorder writes
 */
public record RecordOptions(Path file, String title, List<String> streams, RecorderConfig config) {
    public RecordOptions {
        streams = List.copyOf(streams);
    }

    /** What the blueprint records by default, into a new file. */
    public static RecordOptions to(Path file) {
        return new RecordOptions(file, "", List.of(), new RecorderConfig());
    }

    /** The same under the name of a blueprint. */
    public RecordOptions titled(String newTitle) {
        return new RecordOptions(file, newTitle, streams, config);
    }

    /** The streams whose names match one of the patterns instead of the default. */
    public RecordOptions withStreams(List<String> patterns) {
        return new RecordOptions(file, title, patterns, config);
    }

    /** The same with other limits and codecs. */
    public RecordOptions withConfig(RecorderConfig newConfig) {
        return new RecordOptions(file, title, streams, newConfig);
    }
}
