package org.dimos.record.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A span of time.
 *
 * @param fromNanos where it begins
 * @param toNanos where it ends, this time left out
 */
public record Span(long fromNanos, long toNanos) {

    /** How long it is. */
    public long nanos() {
        return toNanos - fromNanos;
    }

    /** The same so much later. */
    public Span plus(long nanos) {
        return new Span(fromNanos + nanos, toNanos + nanos);
    }

    /** What it has in common with another; empty if nothing. */
    public Optional<Span> and(Span other) {
        long from = Math.max(fromNanos, other.fromNanos);
        long to = Math.min(toNanos, other.toNanos);
        return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    /** The same times as spans that do not touch each other, in order. */
    static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span :
                spans.stream().sorted(Comparator.comparingLong(Span::fromNanos)).toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && span.fromNanos <= merged.get(last).toNanos) {
                Span before = merged.get(last);
                merged.set(last, new Span(before.fromNanos, Math.max(before.toNanos, span.toNanos)));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    /** The times that are in both of two lists of spans. */
    static List<Span> common(List<Span> some, List<Span> others) {
        return merged(some.stream()
                .flatMap(span -> others.stream().flatMap(other -> span.and(other).stream()))
                .toList());
    }
}
