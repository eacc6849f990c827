package org.dimos.record.rolling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.dimos.record.Observation;
import org.dimos.record.selection.Order;
import org.dimos.record.selection.Selection;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingFile;
import org.jspecify.annotations.Nullable;

/** One stream over segments in the order of arrival: one segment after the other, because ids go on from one to the next. */
final class ArrivalCursor implements Cursor {
    private final OpenSegments files;
    private final LastIds lastIds;
    private final String stream;
    private final Deque<Segment> coming;
    private Selection left;
    private @Nullable Segment segment;
    private @Nullable Cursor rows;

    /** @param conditions what to select, without an order and uncut */
    ArrivalCursor(OpenSegments files, LastIds lastIds, String stream, Selection conditions) {
        this.files = files;
        this.lastIds = lastIds;
        this.stream = stream;
        this.coming = new ArrayDeque<>(files.all());
        this.left = conditions.orderBy(Order.ID);
    }

    @Override
    public boolean hasNext() {
        while (true) {
            Cursor current = rows;
            if (current != null && current.hasNext()) {
                return true;
            }
            giveBack();
            if (coming.isEmpty()) {
                return false;
            }
            open(coming.removeFirst());
        }
    }

    private void open(Segment next) {
        if (lastIds.isOver(next, stream, left.afterId())) {
            return;
        }
        Optional<RecordingFile> file = files.acquire(next);
        if (file.isEmpty()) {
            return;
        }
        segment = next;
        lastIds.look(next, file.get(), stream);
        if (file.get().streamNames().contains(stream) && !lastIds.isOver(next, stream, left.afterId())) {
            rows = file.get().select(stream, left);
        }
    }

    @Override
    public Observation<?> next() {
        Cursor current = hasNext() ? rows : null;
        if (current == null) {
            throw new NoSuchElementException("there is no further message");
        }
        Observation<?> observation = current.next();
        left = left.afterId(observation.id());
        return observation;
    }

    private void giveBack() {
        Cursor current = rows;
        Segment used = segment;
        rows = null;
        segment = null;
        try {
            if (current != null) {
                current.close();
            }
        } finally {
            if (used != null) {
                files.release(used);
            }
        }
    }

    @Override
    public void close() {
        coming.clear();
        giveBack();
    }
}
