package org.dimos.record.exports;

import org.dimos.record.Observation;
import org.dimos.record.RecordingException;
import org.dimos.record.replay.StreamView;

/** Writes a file, message by message. For one thread. */
public interface ExportWriter extends AutoCloseable {

    /** How the messages of a stream are written; asked once for each stream, before its first message. */
    StreamExport stream(StreamView stream);

    /**
     * Writes what makes the file complete.
     *
     * @throws RecordingException if the file cannot be written
     */
    void finish();

    /** Gives the file back; one that is not finished is of no use. */
    @Override
    void close();

    /** A stream of the file. */
    interface StreamExport {

        /** What its messages become, for a person: {@code sensor_msgs/msg/Image in cdr}. */
        String form();

        /**
         * Writes a message.
         *
         * @throws RecordingException if the file cannot be written, or with {@link Unwritable} if this message cannot
         */
        void write(Observation<?> observation) throws Unwritable;
    }

    /** A message that has no form in the file; the others are not concerned. */
    final class Unwritable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unwritable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
