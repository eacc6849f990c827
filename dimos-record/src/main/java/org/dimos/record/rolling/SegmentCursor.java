package org.dimos.record.rolling;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.dimos.record.Observation;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingFile;

/**
 * One stream over segments by (timestamp, id). A segment is opened when its first message is due and given back after its
 * last. A message that a segment repeats from the one before comes once.
 */
final class SegmentCursor implements Cursor {
    private static final Comparator<Head> ORDER = Comparator.<Head>comparingLong(
                    head -> head.observation.timestampNanos())
            .thenComparingLong(head -> head.observation.id())
            .thenComparingInt(head -> head.segment.number());

    private final OpenSegments files;
    private final String stream;
    private final Deque<Part> coming;
    private final Function<RecordingFile, Cursor> opener;
    private final PriorityQueue<Head> heads = new PriorityQueue<>(ORDER);
    private Optional<Observation<?>> next = Optional.empty();
    private long lastId;
    private boolean closed;

    /** A segment and the time of the stream's first message in it. */
    record Part(Segment segment, long firstNanos) {}

    private record Head(Segment segment, Cursor rest, Observation<?> observation) {}

    /** @param parts the segments in the order of their first messages */
    SegmentCursor(OpenSegments files, String stream, List<Part> parts, Function<RecordingFile, Cursor> opener) {
        this.files = files;
        this.stream = stream;
        this.coming = new ArrayDeque<>(parts);
        this.opener = opener;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && !closed) {
            openDue();
            Head head = heads.poll();
            if (head == null) {
                close();
                return false;
            }
            if (head.observation.id() != lastId) {
                next = Optional.of(head.observation);
                lastId = head.observation.id();
            }
            advance(head.segment, head.rest);
        }
        return next.isPresent();
    }

    private void openDue() {
        while (!coming.isEmpty() && (heads.isEmpty() || isDue(coming.getFirst()))) {
            Segment segment = coming.removeFirst().segment;
            files.acquire(segment).ifPresent(file -> open(segment, file));
        }
    }

    private void open(Segment segment, RecordingFile file) {
        if (!file.streamNames().contains(stream)) {
            files.release(segment);
            return;
        }
        Cursor rows;
        try {
            rows = opener.apply(file);
        } catch (RuntimeException e) {
            files.release(segment);
            throw e;
        }
        advance(segment, rows);
    }

    private boolean isDue(Part part) {
        Head head = heads.peek();
        return head != null && part.firstNanos <= head.observation.timestampNanos();
    }

    private void advance(Segment segment, Cursor rows) {
        boolean more;
        try {
            more = rows.hasNext();
        } catch (RuntimeException e) {
            giveBack(segment, rows);
            throw e;
        }
        if (more) {
            heads.add(new Head(segment, rows, rows.next()));
        } else {
            giveBack(segment, rows);
        }
    }

    private void giveBack(Segment segment, Cursor rows) {
        try {
            rows.close();
        } finally {
            files.release(segment);
        }
    }

    @Override
    public Observation<?> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there is no further message");
        }
        Observation<?> current = next.orElseThrow();
        next = Optional.empty();
        return current;
    }

    @Override
    public void close() {
        closed = true;
        next = Optional.empty();
        coming.clear();
        while (!heads.isEmpty()) {
            Head head = heads.remove();
            giveBack(head.segment, head.rest);
        }
    }
}
