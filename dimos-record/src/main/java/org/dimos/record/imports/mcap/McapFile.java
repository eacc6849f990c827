package org.dimos.record.imports.mcap;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.dimos.core.array.Bytes;
import org.dimos.record.mcap.McapException;
import org.dimos.record.mcap.Opcode;

/** The bytes of a file, read through a window. No length in it is believed before it has been compared with what is left. */
final class McapFile implements AutoCloseable {

    /** The longest record that is read, in bytes. */
    static final int LONGEST = (int) Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 8);

    private static final int WINDOW = 1 << 18;

    private final FileChannel channel;
    private final long size;
    private byte[] window = {};
    private long start;

    McapFile(Path path) throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.READ);
        size = channel.size();
    }

    long size() {
        return size;
    }

    /** The opcode and the length of a record at a position; the length fits what is left of the file. */
    Prefix prefix(long position) throws IOException {
        ByteBuffer bytes = read(position, Opcode.PREFIX).asBuffer(ByteOrder.LITTLE_ENDIAN);
        int opcode = bytes.get() & 0xFF;
        long length = bytes.getLong();
        long content = position + Opcode.PREFIX;
        if (length < 0 || length > size - content) {
            throw new EOFException("a record says that " + Long.toUnsignedString(length) + " bytes follow, and "
                    + (size - content) + " do");
        }
        return new Prefix(opcode, content, length);
    }

    /** Where a record is. */
    record Prefix(int opcode, long content, long length) {
        long end() {
            return content + length;
        }
    }

    /** Bytes of the file; those of a short record are part of the window, which does not change any more. */
    Bytes read(long position, long length) throws IOException {
        if (position < 0 || length > size - position) {
            throw new EOFException("the file ends too early");
        }
        if (length > LONGEST) {
            throw new McapException("a record is " + length + " bytes long; at most " + LONGEST + " are read");
        }
        int count = (int) length;
        if (position < start || position + count > start + window.length) {
            if (count > WINDOW / 4) {
                return Bytes.wrap(fill(position, count));
            }
            window = fill(position, (int) Math.min(WINDOW, size - position));
            start = position;
        }
        int from = (int) (position - start);
        return Bytes.wrap(window).slice(from, from + count);
    }

    private byte[] fill(long position, int count) throws IOException {
        byte[] bytes = new byte[count];
        ByteBuffer target = ByteBuffer.wrap(bytes);
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                throw new EOFException("the file has become shorter");
            }
        }
        return bytes;
    }

    /** Whether the magic bytes are at a position. */
    boolean hasMagic(long position) throws IOException {
        byte[] magic = Opcode.magic();
        return position >= 0
                && position + magic.length <= size
                && Arrays.equals(read(position, magic.length).toArray(), magic);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
