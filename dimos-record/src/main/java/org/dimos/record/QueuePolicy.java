package org.dimos.record;

/** What becomes of the messages of a stream while the disk cannot follow. Nobody's {@code publish} ever waits. */
public enum QueuePolicy {
    /**
     * A source that can wait, such as {@code Out.feed} or a replay at full speed, waits, so nothing is lost. Of a
     * source that cannot wait the newest message is lost and counted.
     */
    LOSSLESS,
    /** The oldest waiting messages of the stream are lost and counted, to make room. No source waits. */
    NEWEST_WINS,
    /** The newest message is lost and counted. No source waits. */
    DROP_NEWEST
}
