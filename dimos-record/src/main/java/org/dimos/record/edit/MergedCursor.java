package org.dimos.record.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.dimos.record.Observation;
import org.dimos.record.sqlite.Cursor;

/**
 * The rows of several cursors by time; at the same time those of the earlier cursor come first. Numbers them anew. A
 * message that is in several of them, as a value is that was carried over into the parts of a recording, comes once.
 */
final class MergedCursor implements Cursor {
    private static final int MOST_COMPARED = 1000;

    private final String stream;
    private final List<Cursor> cursors;
    private final PriorityQueue<Head> heads = new PriorityQueue<>(
            Comparator.<Head>comparingLong(head -> head.row().timestampNanos()).thenComparingInt(Head::part));
    private final List<Head> atSameTime = new ArrayList<>();
    private long rows;

    private record Head(Observation<?> row, int part) {}

    MergedCursor(String stream, List<Cursor> cursors) {
        this.stream = stream;
        this.cursors = cursors;
        for (int i = 0; i < cursors.size(); i++) {
            addNext(i);
        }
    }

    private void addNext(int part) {
        if (cursors.get(part).hasNext()) {
            heads.add(new Head(cursors.get(part).next(), part));
        }
    }

    @Override
    public boolean hasNext() {
        for (Head head = heads.peek(); head != null && isKnown(head); head = heads.peek()) {
            take();
        }
        return !heads.isEmpty();
    }

    @Override
    public Observation<?> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("stream '" + stream + "' has no further message");
        }
        Head head = take();
        remember(head);
        return head.row().withStream(stream).withId(++rows);
    }

    private Head take() {
        Head head = heads.remove();
        addNext(head.part());
        return head;
    }

    private void remember(Head head) {
        boolean later = !atSameTime.isEmpty()
                && atSameTime.get(0).row().timestampNanos() != head.row().timestampNanos();
        if (later) {
            atSameTime.clear();
        }
        if (cursors.size() > 1 && atSameTime.size() < MOST_COMPARED) {
            atSameTime.add(head);
        }
    }

    private boolean isKnown(Head head) {
        return atSameTime.stream().anyMatch(known -> known.part() != head.part() && isSame(known.row(), head.row()));
    }

    private static boolean isSame(Observation<?> one, Observation<?> other) {
        return one.timestampNanos() == other.timestampNanos()
                && one.receptionNanos() == other.receptionNanos()
                && one.encoded().equals(other.encoded())
                && (one.encoded().isPresent() || one.payload().equals(other.payload()));
    }

    @Override
    public void close() {
        heads.clear();
        cursors.forEach(Cursor::close);
    }
}
