package org.dimos.record;

/**
 * What became of the messages of one stream. Once a recorder is closed, {@code published = stored + lost}.
 *
 * @param stream the name of the stream
 * @param published messages handed to the recorder
 * @param stored messages in the file
 * @param lost messages counted as lost
 */
public record RecordedCount(String stream, long published, long stored, long lost) {

    /** Messages that still wait for the disk. */
    public long waiting() {
        return published - stored - lost;
    }
}
