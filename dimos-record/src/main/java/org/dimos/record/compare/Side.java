package org.dimos.record.compare;

import java.util.Iterator;
import org.dimos.core.message.Stamped;
import org.dimos.record.Observation;
import org.dimos.record.RecordingReader;
import org.dimos.record.sqlite.Cursor;
import org.jspecify.annotations.Nullable;

/** One recording's messages of a stream, read one by one. */
final class Side implements AutoCloseable {
    private static final String NOTHING = "no message";

    private final Cursor cursor;
    private @Nullable Observation<?> head;
    private long taken;

    Side(RecordingReader reader, String stream) {
        cursor = reader.cursor(stream, Long.MIN_VALUE, Long.MAX_VALUE);
        advance(cursor);
    }

    private void advance(Iterator<Observation<?>> rows) {
        head = rows.hasNext() ? rows.next() : null;
    }

    boolean hasNext() {
        return head != null;
    }

    Observation<?> peek() {
        if (head == null) {
            throw new IllegalStateException("the stream is at its end");
        }
        return head;
    }

    /** The time of the next message; later than any time at the end. */
    long nanos() {
        return head == null ? Long.MAX_VALUE : head.timestampNanos();
    }

    Observation<?> next() {
        Observation<?> current = peek();
        taken++;
        advance(cursor);
        return current;
    }

    /** How many messages were read. */
    long taken() {
        return taken;
    }

    /** Whether the next message says itself when it was true. */
    boolean isStamped() {
        return head != null && head.payload() instanceof Stamped stamped && stamped.stampNanos() != 0;
    }

    static String nothing() {
        return NOTHING;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
