package org.dimos.record.sqlite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.dimos.record.StreamInfo;

/**
 * Which rows of a stream still hold: the last one, if all have one stamp or the stream's name says that it holds. Of
 * {@code tf_static} each different one, because every publisher has transforms of its own.
 */
final class LatchedRows {
    private static final int MOST_ROWS = 64;
    private static final long MOST_BYTES = 4 << 20;

    private final boolean latched;
    private final boolean allDiffer;
    private final Deque<LatchedRow> rows = new ArrayDeque<>();
    private boolean events;
    private long count;
    private long lastId;

    LatchedRows(String stream) {
        this.latched = StreamInfo.isLatchedName(stream);
        this.allDiffer = latched && stream.endsWith("tf_static");
    }

    void add(long id, Row row) {
        if (events) {
            return;
        }
        count = id == lastId ? count : count + 1;
        lastId = id;
        if (!latched && !rows.isEmpty() && rows.getLast().row().timestampNanos() != row.timestampNanos()) {
            events = true;
            rows.clear();
            return;
        }
        rows.removeIf(known -> !allDiffer || isSame(known.row(), row));
        rows.add(new LatchedRow(id, row));
        while (rows.size() > MOST_ROWS || bytes() > MOST_BYTES) {
            rows.removeFirst();
        }
    }

    private static boolean isSame(Row a, Row b) {
        return Objects.equals(a.blob(), b.blob()) && Objects.equals(a.number(), b.number());
    }

    private long bytes() {
        return rows.stream().mapToLong(value -> value.row().size()).sum();
    }

    /** The rows that hold. A single one may be the first of a series, unless the name says otherwise. */
    List<LatchedRow> rows() {
        return count > 1 || latched ? List.copyOf(rows) : List.of();
    }
}
