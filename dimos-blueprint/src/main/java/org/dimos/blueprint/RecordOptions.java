package org.dimos.blueprint;

import java.nio.file.Path;
import java.util.List;
import org.dimos.record.FileTarget;
import org.dimos.record.RecorderConfig;
import org.dimos.record.RecordingTarget;

/**
 * What to record and where.
 *
 * @param target the new file, or the segments of a run
 * @param title what is said to run, for people who look at the file
 * @param streams patterns of stream names, with {@code *} and {@code ?}; none means what the blueprint records by
 *     default
 * @param config how the recorder writes
 */
public record RecordOptions(RecordingTarget target, String title, List<String> streams, RecorderConfig config) {
    public RecordOptions {
        streams = List.copyOf(streams);
    }

    /** What the blueprint records by default, into a new file. */
    public static RecordOptions to(Path file) {
        return to(new FileTarget(file));
    }

    /** What the blueprint records by default, such as into the segments of a rolling recording. */
    public static RecordOptions to(RecordingTarget target) {
        return new RecordOptions(target, "", List.of(), new RecorderConfig());
    }

    /** The same under the name of a blueprint. */
    public RecordOptions titled(String newTitle) {
        return new RecordOptions(target, newTitle, streams, config);
    }

    /** The streams whose names match one of the patterns instead of the default. */
    public RecordOptions withStreams(List<String> patterns) {
        return new RecordOptions(target, title, patterns, config);
    }

    /** The same with other limits and codecs. */
    public RecordOptions withConfig(RecorderConfig newConfig) {
        return new RecordOptions(target, title, streams, newConfig);
    }
}
