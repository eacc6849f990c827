package org.dimos.record.imports.ros1;

import java.io.IOException;
import java.io.InputStream;
import org.dimos.record.RecordingException;

/** The inside of a chunk while it is read. It is decompressed piece by piece, never as a whole. */
final class Chunk {

    /** The most that one chunk may hold, decompressed, in bytes; the recorder of ROS makes chunks of 768 KiB. */
    static final long MAX_SIZE = 256L << 20;

    private final RecordInput records;
    private final BoundedStream stored;
    private final long length;
    private final boolean cut;

    private Chunk(RecordInput records, BoundedStream stored, long length, boolean cut) {
        this.records = records;
        this.stored = stored;
        this.length = length;
        this.cut = cut;
    }

    /**
     * @param file the file, just after the chunk's header
     * @param stored how many bytes the chunk has in the file
     * @param left how many the file has
     */
    static Chunk open(RecordHeader header, InputStream file, long stored, long left, String where) throws IOException {
        Compression compression = Compression.named(header.text("compression"), where);
        long size = Integer.toUnsignedLong(header.integer("size"));
        // A recorder fills in both sizes when it ends a chunk; one that was interrupted leaves them 0.
        boolean unfinished = stored == 0 && size == 0 && compression != Compression.NONE;
        boolean cut = unfinished || stored > left;
        if (size > MAX_SIZE) {
            throw new RecordingException("a chunk in " + where + " would be " + size
                    + " bytes long when decompressed; at most " + MAX_SIZE + " are accepted");
        }
        if (compression == Compression.NONE && size != stored) {
            throw new RecordingException(
                    "an uncompressed chunk in " + where + " says it has " + size + " bytes and has " + stored);
        }
        long length = cut ? left : stored;
        BoundedStream bytes = new BoundedStream(file, length);
        InputStream opened = bytes.left() == 0 ? bytes : openCompressed(compression, bytes, cut, where);
        return new Chunk(
                new RecordInput(opened, unfinished ? MAX_SIZE : size, "a chunk of " + where), bytes, length, cut);
    }

    private static InputStream openCompressed(Compression compression, InputStream bytes, boolean cut, String where)
            throws IOException {
        try {
            return compression.open(bytes);
        } catch (IOException | RuntimeException e) {
            if (cut) {
                return InputStream.nullInputStream();
            }
            throw new RecordingException("a chunk in " + where + " is not " + compression + " data", e);
        }
    }

    RecordInput records() {
        return records;
    }

    /** Skips what has not been read; gives the number of bytes that the chunk has in the file. */
    long finish(InputStream file) throws IOException {
        file.skipNBytes(stored.left());
        return length;
    }

    /** Whether the file ends before the chunk does. */
    boolean cut() {
        return cut;
    }

    boolean atEnd() {
        return records.left() == 0;
    }
}
