package org.dimos.cli.studio.state;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is marked on the timeline.
 *
 * @param in where the mark begins
 * @param out where it ends
 */
public record Marks(OptionalLong in, OptionalLong out) {
    /** Nothing is marked. */
    public static final Marks NONE = new Marks(OptionalLong.empty(), OptionalLong.empty());

    /** Begins there; an end before it is forgotten. */
    public Marks withIn(long nanos) {
        return new Marks(
                OptionalLong.of(nanos), out.isPresent() && out.getAsLong() > nanos ? out : OptionalLong.empty());
    }

    /** Ends there; a beginning behind it is forgotten. */
    public Marks withOut(long nanos) {
        return new Marks(in.isPresent() && in.getAsLong() < nanos ? in : OptionalLong.empty(), OptionalLong.of(nanos));
    }

    /** From one time to another, whichever is first. */
    public static Marks between(long one, long other) {
        return new Marks(OptionalLong.of(Math.min(one, other)), OptionalLong.of(Math.max(one, other)));
    }

    /** Whether nothing is marked. */
    public boolean isEmpty() {
        return in.isEmpty() && out.isEmpty();
    }

    /** What is marked: a mark that is missing is the end of the whole. */
    public Optional<Span> span(Span whole) {
        Span marked = new Span(in.orElse(whole.fromNanos()), out.orElse(whole.toNanos()));
        return isEmpty() || marked.isEmpty() ? Optional.empty() : Optional.of(marked);
    }
}
