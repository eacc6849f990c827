package org.dimos.record.rolling;

import java.util.HashMap;
import java.util.Map;
import org.dimos.record.sqlite.RecordingFile;

/** The last id that a stream has in each segment: it stays as it is, but in the segment that grows. */
final class LastIds {
    private final Segment growing;
    private final Map<Key, Long> known = new HashMap<>();

    private record Key(Segment segment, String stream) {}

    LastIds(Segment growing) {
        this.growing = growing;
    }

    /** Whether a segment that was looked into before has nothing of a stream above an id. */
    synchronized boolean isOver(Segment segment, String stream, long id) {
        Long last = known.get(new Key(segment, stream));
        return last != null && last <= id;
    }

    /** Looks into a segment. */
    synchronized void look(Segment segment, RecordingFile file, String stream) {
        if (!segment.equals(growing)) {
            known.computeIfAbsent(
                    new Key(segment, stream), key -> file.streamNames().contains(stream) ? file.lastId(stream) : 0);
        }
    }
}
