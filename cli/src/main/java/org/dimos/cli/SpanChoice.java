package org.dimos.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dimos.record.Recording;
import picocli.CommandLine.Option;

/** The options of commands that take a span of a recording. */
final class SpanChoice {
    @Option(
            names = "--from",
            paramLabel = "T",
            converter = TimePoint.Converter.class,
            description = "Where the span begins: seconds from the start, or a moment such as 2026-11-21T08:30:00Z.")
    private Optional<TimePoint> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "T",
            converter = TimePoint.Converter.class,
            description = "Where it ends; what is at this very time does not belong to it.")
    private Optional<TimePoint> to = Optional.empty();

    @Option(
            names = "--streams",
            split = ",",
            arity = "1..*",
            hideParamSyntax = true,
            paramLabel = "STREAM...",
            description = "Changes these streams only.")
    private List<String> streams = List.of();

    /** Refuses a command line that names no end at all. */
    void check() {
        if (from.isEmpty() && to.isEmpty()) {
            throw new UsageException("the span is missing; name its start with --from, its end with --to, or both");
        }
    }

    Instant from(Recording recording) {
        return from.map(point -> moment(point, recording)).orElse(instant(Long.MIN_VALUE));
    }

    Instant to(Recording recording) {
        return to.map(point -> moment(point, recording)).orElse(instant(Long.MAX_VALUE));
    }

    String[] streams() {
        return streams.toArray(String[]::new);
    }

    private static Instant moment(TimePoint point, Recording recording) {
        return instant(point.resolve(recording.window().startNanos()));
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }
}
