package org.dimos.blueprint.verify;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What came of verifying a blueprint on a recording.
 *
 * @param modules the modules that ran
 * @param played the streams that were played to them
 * @param startNanos where the recording begins, nanoseconds since the epoch
 * @param streams what came of each stream that they publish
 */
public record VerifyReport(List<String> modules, List<String> played, long startNanos, List<Verified> streams) {
    public VerifyReport {
        modules = List.copyOf(modules);
        played = List.copyOf(played);
        streams = List.copyOf(streams);
    }

    /** Whether every stream is as it should be. */
    public boolean isEqual() {
        return streams.stream().allMatch(stream -> stream.comparison().isEqual());
    }

    /** The stream with the earliest difference. */
    public Optional<Verified> first() {
        return streams.stream()
                .filter(stream -> !stream.comparison().isEqual())
                .min(Comparator.comparingLong(
                        stream -> stream.comparison().first().orElseThrow().nanos()));
    }
}
