package org.dimos.record.imports.ros1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.dimos.record.RecordingException;

/**
 * A run of bag records with a known length: the file, or the inside of a chunk. No length that is read from it is believed before
 * it has been compared with what is left.
 */
final class RecordInput {

    /** The longest header and the longest single message that are accepted, in bytes. */
    static final int MAX_HEADER = 1 << 20;

    static final int MAX_DATA = 256 << 20;

    private static final int AT_ONCE = 1 << 20;

    private final InputStream in;
    private final String where;
    private final long length;
    private long position;

    /**
     * @param length how many bytes may be read
     * @param where what is being read, for messages
     */
    RecordInput(InputStream in, long length, String where) {
        this.in = in;
        this.length = length;
        this.where = where;
    }

    long position() {
        return position;
    }

    long left() {
        return length - position;
    }

    RecordHeader header() {
        return RecordHeader.parse(bytes(length("header", MAX_HEADER)), describe());
    }

    /** A message: its length and its bytes. */
    byte[] data() {
        return bytes(length("data", MAX_DATA));
    }

    /** The second header that describes a connection. */
    byte[] description() {
        return bytes(length("description", MAX_HEADER));
    }

    void skipData() {
        skip(unsigned());
    }

    long unsigned() {
        byte[] b = bytes(4);
        return RecordHeader.littleEndian(b, 0) & 0xFFFF_FFFFL;
    }

    void skip(long count) {
        need(count);
        try {
            in.skipNBytes(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        position += count;
    }

    /** Notes that somebody else has read so many bytes of the stream. */
    void passed(long count) {
        position += count;
    }

    byte[] bytes(int count) {
        need(count);
        byte[] read = read(count);
        position += read.length;
        if (read.length < count) {
            throw new TruncatedException();
        }
        return read;
    }

    String describe() {
        return where + " at byte " + position;
    }

    /** Long data is read in pieces, so that memory grows with what is really there. */
    private byte[] read(int count) {
        try {
            if (count > AT_ONCE) {
                return in.readNBytes(count);
            }
            byte[] bytes = new byte[count];
            int got = in.readNBytes(bytes, 0, count);
            return got == count ? bytes : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private int length(String of, int most) {
        long value = unsigned();
        if (value > most) {
            throw new RecordingException("the " + of + " of a record in " + describe() + " would be " + value
                    + " bytes long; at most " + most + " are accepted");
        }
        return (int) value;
    }

    private void need(long count) {
        if (count > left()) {
            throw new TruncatedException();
        }
    }
}
