package org.dimos.record.exports.mcap;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.dimos.record.mcap.RecordOutput;

/** A file that is written from front to back, with its length so far and the checksum of what came since the last one. */
final class CountedFile implements AutoCloseable {
    private final FileOutputStream file;
    private final OutputStream out;
    private final CRC32 checksum = new CRC32();
    private long position;

    CountedFile(Path path) throws IOException {
        file = new FileOutputStream(path.toFile());
        out = new BufferedOutputStream(file, 1 << 16);
    }

    void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        checksum.update(bytes, 0, length);
        position += length;
    }

    void write(RecordOutput records) throws IOException {
        write(records.array(), records.size());
    }

    long position() {
        return position;
    }

    long checksum() {
        return checksum.getValue();
    }

    void restartChecksum() {
        checksum.reset();
    }

    /** Makes sure that all of it is on the disk. */
    void sync() throws IOException {
        out.flush();
        file.getChannel().force(true);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
