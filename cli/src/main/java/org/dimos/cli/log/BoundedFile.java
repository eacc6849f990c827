package org.dimos.cli.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that makes room when it is full: what is in it becomes the file before it, and that one goes. */
final class BoundedFile extends OutputStream {
    private final Path file;
    private final long limit;
    private OutputStream out;
    private long size;

    /**
     * A new file.
     *
     * @param limit how long it and the one before it may be
     * @throws IOException if it cannot be written
     */
    BoundedFile(Path file, long limit) throws IOException {
        this.file = file;
        this.limit = limit;
        this.out = open(file);
    }

    /** Where what was before is. */
    static Path before(Path file) {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    private static OutputStream open(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    /** Writes whole lines: none is in both files. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (size > 0 && size + length > limit) {
            out.close();
            Files.move(file, before(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            out = open(file);
            size = 0;
        }
        int most = (int) Math.min(length, limit);
        out.write(bytes, offset, most);
        size += most;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
