package org.dimos.record.query;

import java.util.function.UnaryOperator;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingSource;
import org.dimos.record.StreamInfo;
import org.dimos.record.replay.ReplayOperator;
import org.dimos.record.replay.Window;

/** Where queries begin; {@link Recording#query(String)} is how a user gets one. */
public final class Queries {
    private Queries() {}

    /** A stream as it is stored, under a name, within a window. */
    public static Query<Object> ofStored(RecordingSource source, StreamInfo recorded, String stream, Window window) {
        return Query.of(new StoredRows(source, recorded, stream, window));
    }

    /** A stream as a view of a recording plays it. */
    public static Query<Object> ofPlayed(Recording view, StreamInfo recorded, String stream) {
        return Query.of(new PlayedRows(view, recorded, stream));
    }

    /**
     * What a query makes of a stream, as an operator of a replay.
     *
     * @throws RecordingException if it leaves the order of time, which a replay needs
     */
    public static ReplayOperator operator(
            Recording view, StreamInfo recorded, String stream, UnaryOperator<Query<Object>> query) {
        return query.apply(ofPlayed(view, recorded, stream)).operator();
    }
}
