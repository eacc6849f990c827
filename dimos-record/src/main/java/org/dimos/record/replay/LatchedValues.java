package org.dimos.record.replay;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dimos.msgs.geometry.TransformStamped;
import org.dimos.msgs.tf2.TFMessage;
import org.dimos.record.Observation;
import org.dimos.record.RecordingReader;
import org.dimos.record.sqlite.Cursor;

/**
 * What latched streams say at a time. Of most that is their last message before it. Of static transforms it is the last
 * of each frame, for several publishers share that stream, each with frames of its own.
 */
final class LatchedValues {
    private final RecordingReader reader;

    LatchedValues(RecordingReader reader) {
        this.reader = reader;
    }

    /** The value of a stream before a time, or empty if nothing was said yet. */
    Optional<Observation<?>> before(StreamView stream, long nanos) {
        String name = stream.source().name();
        Optional<Observation<?>> last = reader.lastBefore(name, nanos);
        boolean transforms = stream.source().payloadType().equals(Optional.of(TFMessage.class));
        return transforms ? last.map(newest -> merged(name, nanos, newest)) : last;
    }

    private Observation<?> merged(String stream, long nanos, Observation<?> newest) {
        Map<String, TransformStamped> byChild = new LinkedHashMap<>();
        int messages = 0;
        try (Cursor cursor = reader.cursor(stream, Long.MIN_VALUE, nanos)) {
            for (Iterator<Observation<?>> rows = cursor; rows.hasNext(); messages++) {
                TFMessage message = (TFMessage) rows.next().payload();
                message.transforms().forEach(transform -> byChild.put(transform.childFrameId(), transform));
            }
        }
        List<TransformStamped> transforms = new ArrayList<>(byChild.values());
        boolean complete = newest.payload() instanceof TFMessage message
                && message.transforms().containsAll(transforms);
        return messages < 2 || complete ? newest : newest.withPayload(new TFMessage(transforms));
    }
}
