package org.dimos.record;

import java.util.List;
import java.util.Optional;
import org.dimos.record.sqlite.Cursor;

/**
 * A recording opened for reading. What is read is never changed by it. Safe to share between threads. Every method
 * throws {@link RecordingException} where the recording is damaged or the stream is not there.
 */
public interface RecordingReader extends AutoCloseable {

    /** What there is to say about all streams, in the order in which they were registered. */
    List<StreamInfo> streams();

    /** What ran while this was recorded, if it is known. */
    Optional<RunInfo> run();

    /** The messages that were published but not stored, by stream and span of time. */
    List<Loss> losses();

    /** The spans that an edit took out. */
    List<Gap> gaps();

    /** The messages of a stream from one time, included, up to another, left out, by (timestamp, id). */
    Cursor cursor(String stream, long fromNanos, long toNanos);

    /** The latest message of a stream before a time: what a latched stream says at that time. */
    Optional<Observation<?>> lastBefore(String stream, long nanos);

    @Override
    void close();
}
