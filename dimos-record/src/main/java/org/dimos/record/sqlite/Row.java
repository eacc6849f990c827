package org.dimos.record.sqlite;

import java.util.List;
import org.dimos.core.array.Bytes;
import org.dimos.msgs.geometry.Pose;
import org.jspecify.annotations.Nullable;

/**
 * A message made ready for the file: what is left to do is to insert it.
 *
 * @param timestampNanos its time
 * @param tags the text of its tags
 * @param tagKeys the names of its tags beside the reception time
 * @param pose the robot's pose, if known
 * @param number the payload, if it is a number
 * @param blob the payload, if it is not
 */
public record Row(
        long timestampNanos,
        String tags,
        List<String> tagKeys,
        @Nullable Pose pose,
        @Nullable Number number,
        @Nullable Bytes blob) {
    static final String RECEPTION_TAG = "reception_ts";

    public Row {
        tagKeys = List.copyOf(tagKeys);
    }

    /** About how much of the file it takes. */
    public int size() {
        return blob == null ? 0 : blob.length();
    }
}
