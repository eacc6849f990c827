package org.dimos.record;

import org.dimos.record.sqlite.Row;

/**
 * A message that only has to be written.
 *
 * @param size how much of the queue's room it takes
 */
record Ready(RecordedStream<?> stream, Row row, int size) {
    private static final int OVERHEAD = 128;

    /** About how much there is to write, so that many small messages count too. */
    long weight() {
        return row.size() + (long) OVERHEAD;
    }
}
