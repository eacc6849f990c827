package org.dimos.record.rolling;

import org.dimos.record.RecordingException;
import org.dimos.record.sqlite.RecordingWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the last segment beside the recorder: to empty its log takes a tenth of a second and more, in which messages
 * would pile up. One at a time; for one thread to ask.
 */
final class BackgroundClose {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundClose.class);
    private static final long LIMIT_MILLIS = 20_000;

    private @Nullable Thread thread;

    void begin(RecordingWriter writer) {
        await();
        Thread closing = new Thread(() -> close(writer), "recorder-close");
        closing.setDaemon(true);
        closing.start();
        thread = closing;
    }

    /** A segment that cannot be closed keeps its log beside it and is read like any other. */
    static void close(RecordingWriter writer) {
        try {
            writer.close();
        } catch (RecordingException e) {
            LOG.debug("{} keeps its log", writer.path(), e);
        }
    }

    /** Waits until it is done. */
    void await() {
        Thread closing = thread;
        if (closing == null) {
            return;
        }
        try {
            closing.join(LIMIT_MILLIS);
            thread = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
