package org.dimos.cli.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of a run as far as it goes, and later what was added, also when a full file has made room for a new one
 * meanwhile. Not safe to share.
 */
public final class LogReader implements AutoCloseable {
    private static final int LONGEST_LINE = 1 << 16;

    private final Path file;
    private final ByteBuffer chunk = ByteBuffer.allocate(1 << 16);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private @Nullable FileChannel channel;
    private @Nullable Object key;
    private boolean begun;

    /** A reader of {@code file} and of what was before it. */
    public LogReader(Path file) {
        this.file = file;
    }

    /** The whole lines that were not read yet, as they are in the file, with blanks for tabs. */
    public List<String> next() throws IOException {
        List<String> lines = new ArrayList<>();
        if (!begun) {
            begun = true;
            readBefore(lines);
        }
        read(lines);
        if (isAnotherFile()) {
            read(lines);
            close();
            read(lines);
        }
        return lines;
    }

    private void readBefore(List<String> lines) throws IOException {
        try (FileChannel before = FileChannel.open(BoundedFile.before(file))) {
            read(before, lines);
        } catch (NoSuchFileException e) {
            // the log has not been full yet
        }
    }

    private void read(List<String> lines) throws IOException {
        FileChannel from = channel == null ? open() : channel;
        if (from != null) {
            read(from, lines);
        }
    }

    private @Nullable FileChannel open() throws IOException {
        try {
            key = keyOfFile().orElse(null);
            channel = FileChannel.open(file);
        } catch (NoSuchFileException e) {
            channel = null;
        }
        return channel;
    }

    private Optional<Object> keyOfFile() {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isAnotherFile() {
        return channel != null
                && keyOfFile().filter(present -> !present.equals(key)).isPresent();
    }

    private void read(FileChannel from, List<String> lines) throws IOException {
        while (from.read(chunk.clear()) > 0) {
            chunk.flip();
            while (chunk.hasRemaining()) {
                add(chunk.get(), lines);
            }
        }
    }

    private void add(byte next, List<String> lines) {
        if (next == '\n' || line.size() >= LONGEST_LINE) {
            lines.add(line.toString(StandardCharsets.UTF_8).replace("\t", "    "));
            line.reset();
        }
        if (next != '\n') {
            line.write(next);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
