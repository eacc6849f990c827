package org.dimos.record.sqlite;

/**
 * A cursor that can say when its next message was before it reads it. Whoever puts streams in order needs no more of most
 * of them: a picture is read when it is its turn.
 */
public interface TimedCursor extends Cursor {

    /** The name of the stream. */
    String stream();

    /**
     * Time of the message that {@link #next} will give, nanoseconds since the epoch.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    long nextNanos();
}
