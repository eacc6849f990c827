package org.dimos.record.replay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dimos.record.Gap;
import org.dimos.record.Recording;

/** Finds the spans that a player jumps over. */
public final class SkippedSpans {
    private final List<Span> noted;
    private final long longestNanos;

    private SkippedSpans(List<Span> noted, long longestNanos) {
        this.noted = noted;
        this.longestNanos = longestNanos;
    }

    /** None at all. */
    public static SkippedSpans none() {
        return new SkippedSpans(List.of(), Long.MAX_VALUE);
    }

    /**
     * Those that a recording's options ask for. Reads the source where these are noted gaps.
     *
     * @param played the streams that are played; those whose values hold do not count as long as there are others
     */
    public static SkippedSpans of(Recording recording, Set<String> played) {
        GapSkipping skipping = recording.options().skipping();
        List<StreamView> streams = recording.streams().stream()
                .filter(stream -> played.contains(stream.name()))
                .toList();
        return new SkippedSpans(
                skipping.noted() ? ofAll(recording.gaps(), streams) : List.of(),
                skipping.longest().map(Duration::toNanos).orElse(Long.MAX_VALUE));
    }

    private static List<Span> ofAll(List<Gap> gaps, List<StreamView> streams) {
        Predicate<StreamView> hasEvents = stream -> stream.source().messages() > 0 && !stream.latched();
        List<StreamView> counted = streams.stream().anyMatch(hasEvents)
                ? streams.stream().filter(hasEvents).toList()
                : streams;
        return counted.stream()
                .map(stream -> of(gaps, stream))
                .reduce(Span::common)
                .orElse(List.of());
    }

    private static List<Span> of(List<Gap> gaps, StreamView stream) {
        return Span.merged(gaps.stream()
                .filter(gap -> gap.stream().map(stream.source().name()::equals).orElse(true))
                .map(gap -> new Span(gap.fromNanos(), gap.toNanos()).plus(stream.shiftNanos()))
                .toList());
    }

    /** The first to jump over from one message, or the beginning, to the next. */
    public Optional<Span> first(long fromNanos, long toNanos) {
        if (noted.isEmpty() && longestNanos == Long.MAX_VALUE) {
            return Optional.empty();
        }
        Span between = new Span(fromNanos, toNanos);
        if (between.nanos() > longestNanos) {
            return Optional.of(between);
        }
        return noted.stream().flatMap(gap -> gap.and(between).stream()).findFirst();
    }
}
