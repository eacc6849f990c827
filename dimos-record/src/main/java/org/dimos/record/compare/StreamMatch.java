package org.dimos.record.compare;

import java.util.Locale;
import java.util.Optional;
import org.dimos.record.Observation;

/** Compares the messages of one stream in two recordings, pair by pair. */
final class StreamMatch {
    private static final double NANOS_PER_SECOND = 1e9;

    private final String stream;
    private final Side left;
    private final Side right;
    private final FieldWalk walk;
    private final boolean inTurn;
    private final long slackNanos;
    private long different;
    private Optional<Difference> first = Optional.empty();

    StreamMatch(String stream, Side left, Side right, Tolerances tolerances, Alignment alignment) {
        this.stream = stream;
        this.left = left;
        this.right = right;
        walk = new FieldWalk(field -> tolerances.of(stream, field));
        boolean stamped = left.isStamped() || right.isStamped();
        inTurn = alignment == Alignment.BY_STAMP
                && !stamped
                && tolerances.ofTime(stream).isEmpty();
        slackNanos = Math.round(tolerances.ofTime(stream).orElse(0) * NANOS_PER_SECOND);
    }

    StreamComparison compare() {
        while (left.hasNext() || right.hasNext()) {
            step();
        }
        return new StreamComparison(stream, left.taken(), right.taken(), different, first);
    }

    private void step() {
        boolean both = left.hasNext() && right.hasNext();
        if (both && (inTurn || Math.abs(left.nanos() - right.nanos()) <= slackNanos)) {
            pair(left.next(), right.next());
        } else if (right.nanos() < left.nanos()) {
            alone(right.next(), right.taken(), false);
        } else {
            alone(left.next(), left.taken(), true);
        }
    }

    /** Messages paired by number have two times; that of the second is the one of a replay, whose clock is exact. */
    private void pair(Observation<?> a, Observation<?> b) {
        boolean sameBytes = a.encoded().isPresent() && a.encoded().equals(b.encoded());
        Optional<FieldDifference> found = sameBytes ? Optional.empty() : walk.first(a.payload(), b.payload());
        long nanos = inTurn ? b.timestampNanos() : a.timestampNanos();
        found.ifPresent(
                field -> note(new Difference(stream, left.taken(), nanos, field.field(), field.left(), field.right())));
    }

    /** The other has messages before and after it, or none any more. */
    private void alone(Observation<?> message, long number, boolean isLeft) {
        String time = String.format(Locale.ROOT, "%.6f", message.timestampNanos() / NANOS_PER_SECOND);
        note(new Difference(
                stream,
                number,
                message.timestampNanos(),
                Tolerances.TIME,
                isLeft ? time : Side.nothing(),
                isLeft ? Side.nothing() : time));
    }

    private void note(Difference difference) {
        different++;
        first = first.or(() -> Optional.of(difference));
    }
}
