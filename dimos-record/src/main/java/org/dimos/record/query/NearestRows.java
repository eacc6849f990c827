package org.dimos.record.query;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import org.dimos.record.Observation;
import org.dimos.record.StreamInfo;
import org.dimos.record.selection.Order;
import org.dimos.record.selection.Selection;
import org.dimos.record.selection.Summary;
import org.dimos.record.sqlite.Cursor;

/**
 * The one of other rows that is nearest to a time: found from both sides, so that those around it are not read.
 *
 * @param all the rows
 * @param conditions what it must fulfil
 * @param time the time
 * @param toleranceNanos how far from it it may be
 */
record NearestRows(Rows all, Selection conditions, Instant time, long toleranceNanos) implements Rows {

    @Override
    public String title() {
        String which = conditions.equals(Selection.all()) ? "" : " with " + conditions;
        return "the nearest to " + time + " of " + all.title() + which;
    }

    @Override
    public StreamInfo recorded() {
        return all.recorded();
    }

    @Override
    public OptionalLong firstNanos() {
        return OptionalLong.empty();
    }

    @Override
    public boolean isStored() {
        return true;
    }

    @Override
    public Cursor open(Selection selection) {
        return SelectedCursor.of(new One(find()), selection);
    }

    private Optional<Observation<?>> find() {
        long nanos = EpochNanos.of(time);
        Selection earlier = conditions
                .from(EpochNanos.plus(nanos, -toleranceNanos))
                .until(EpochNanos.plus(nanos, 1))
                .orderBy(Order.TIME.reversed());
        Selection later = conditions
                .from(EpochNanos.plus(nanos, 1))
                .until(EpochNanos.plus(EpochNanos.plus(nanos, toleranceNanos), 1));
        Optional<Observation<?>> before = first(earlier).flatMap(this::firstOfItsTime);
        Optional<Observation<?>> after = first(later);
        return before.isPresent() && after.isPresent() && NearestStep.isNearer(after.get(), before.get(), nanos)
                ? after
                : before.or(() -> after);
    }

    /** Read backwards, the last of several at one time comes first. */
    private Optional<Observation<?>> firstOfItsTime(Observation<?> found) {
        return first(conditions.from(found.timestampNanos()).until(EpochNanos.plus(found.timestampNanos(), 1)));
    }

    private Optional<Observation<?>> first(Selection selection) {
        try (Cursor cursor = all.open(selection.limit(1))) {
            return cursor.hasNext() ? Optional.of(cursor.next()) : Optional.empty();
        }
    }

    @Override
    public long count(Selection selection) {
        try (Cursor cursor = open(selection)) {
            return cursor.hasNext() ? 1 : 0;
        }
    }

    @Override
    public Summary summary(Selection selection) {
        try (Cursor cursor = open(selection)) {
            return Summary.of(cursor, true);
        }
    }

    @Override
    public Optional<Tail> tail(Selection selection) {
        return Optional.empty();
    }

    private static final class One implements Cursor {
        private final Iterator<Observation<?>> found;

        One(Optional<Observation<?>> found) {
            this.found = found.stream().<Observation<?>>map(one -> one).iterator();
        }

        @Override
        public boolean hasNext() {
            return found.hasNext();
        }

        @Override
        public Observation<?> next() {
            return found.next();
        }

        @Override
        public void close() {}
    }
}
