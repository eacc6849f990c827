package org.dimos.record.edit;

import org.dimos.record.StreamInfo;
import org.dimos.record.sqlite.RowSpans;

/**
 * What is left of a stream.
 *
 * @param source the stream as it is in the recording
 * @param name what it is called now
 * @param rows which of its rows are left
 */
public record EditedStream(StreamInfo source, String name, RowSpans rows) {

    EditedStream named(String newName) {
        return new EditedStream(source, newName, rows);
    }

    EditedStream with(RowSpans newRows) {
        return new EditedStream(source, name, newRows);
    }
}
