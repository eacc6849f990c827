package org.dimos.blueprint.introspection;

import java.util.List;
import java.util.Optional;

/**
 * A running graph at one moment. All counts are from its start; two of these a while apart give rates.
 *
 * @param mode what its time is
 * @param startNanos when it started, in nanoseconds since the epoch
 * @param nanos when this was seen, on the same clock, which does not jump
 * @param cpuNanos the processor time of the whole process
 * @param modules the parts that run, in the order in which they started
 * @param streams the streams, sorted by name
 * @param recordings its recorders
 * @param playback what plays into it, if something does
 */
public record GraphStatus(
        RunMode mode,
        long startNanos,
        long nanos,
        long cpuNanos,
        List<ModuleLoad> modules,
        List<StreamTraffic> streams,
        List<RecordingState> recordings,
        Optional<PlaybackState> playback) {
    public GraphStatus {
        modules = List.copyOf(modules);
        streams = List.copyOf(streams);
        recordings = List.copyOf(recordings);
    }

    /** The same in JSON, on one line. */
    public String json() {
        return StatusWriter.json(this);
    }

    /**
     * What {@link #json} wrote, also of another version: what is missing is 0 or empty.
     *
     * @throws LiveRunException if it is no JSON
     */
    public static GraphStatus parse(String json) {
        return StatusReader.status(JsonLine.parse(json));
    }
}
