package org.dimos.record.edit;

import java.util.List;
import org.dimos.record.StreamInfo;

/** Counts rows over all streams for a listener. */
final class Progress {
    private static final int EVERY = 1000;

    private final SaveListener listener;
    private final long all;
    private long before;

    Progress(SaveListener listener, List<StreamInfo> streams) {
        this.listener = listener;
        this.all = streams.stream().mapToLong(StreamInfo::messages).sum();
    }

    /** So many rows of the current stream are done. */
    void rows(long count) {
        if (count % EVERY == 0) {
            listener.progress(before + count, all);
        }
    }

    /** The current stream is done; those of its rows that were left out count too. */
    void done(StreamInfo stream) {
        before += stream.messages();
        listener.progress(before, all);
    }
}
