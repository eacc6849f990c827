package org.dimos.record.sqlite;

import java.util.List;
import java.util.Optional;

/**
 * How a stream is registered, word for word.
 *
 * @param entry what the file says about it
 * @param config the text of its registration
 * @param tags the tags that have an index
 */
record RawStream(StreamEntry entry, String config, List<String> tags) {
    RawStream {
        tags = List.copyOf(tags);
    }

    Optional<StreamEntry.JavaNotes> notes() {
        return entry.javaNotes();
    }
}
