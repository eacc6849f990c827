package org.dimos.record.sqlite;

import java.util.List;
import org.dimos.core.array.Bytes;
import org.dimos.msgs.geometry.Pose;
import org.jspecify.annotations.Nullable;

/**
 * A message made ready for the file: what is left to do is to insert it.
 *
 * @param timestampNanos its time
 * @param tags its tags as JSONB, if there is none but the reception time
 * @param tagText the JSON text of its tags, if there are others
 * @param tagKeys the names of its tags beside the reception time
 * @param pose the robot's pose, if known
 * @param number the payload, if it is a number
 * @param blob the payload, if it is not
 */
public record Row(
        long timestampNanos,
        @Nullable Bytes tags,
        @Nullable String tagText,
        List<String> tagKeys,
        @Nullable Pose pose,
        @Nullable Number number,
        @Nullable Bytes blob) {
    static final String RECEPTION_TAG = "reception_ts";

    private static final int PAGE = 16384;
    private static final int LARGEST_IN_PAGE = PAGE - 35;
    private static final int PAGE_OF_LARGE = PAGE - 4;

    public Row {
        tagKeys = List.copyOf(tagKeys);
    }

    /** About how much of the file it takes. */
    public int size() {
        return blob == null ? 0 : blob.length();
    }

    private int tagBytes() {
        return (tags == null ? 0 : tags.length()) + (tagText == null ? 0 : tagText.length());
    }

    /** How much the file grows by it at most, with all its indexes and half-filled pages. */
    public long footprint() {
        long indexes = 4L * tagBytes() * (1 + tagKeys.size());
        long small = 640 + indexes;
        int size = size();
        return size <= LARGEST_IN_PAGE ? small + 2L * size : small + (size / PAGE_OF_LARGE + 2L) * PAGE;
    }
}
