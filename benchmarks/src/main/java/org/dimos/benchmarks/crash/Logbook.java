package org.dimos.benchmarks.crash;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a recorder has been given and says is stored, in memory shared with the process that kills it, so that nothing of it
 * is lost with the process.
 */
final class Logbook {
    private static final int MESSAGES = 1 << 16;
    private static final int BLOCK = (MESSAGES + 2) * Long.BYTES;

    private final List<String> streams;
    private final MappedByteBuffer memory;

    private Logbook(List<String> streams, MappedByteBuffer memory) {
        this.streams = streams;
        this.memory = memory;
    }

    static Logbook open(Path file, List<String> streams) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = (long) streams.size() * BLOCK;
            return new Logbook(List.copyOf(streams), channel.map(FileChannel.MapMode.READ_WRITE, 0, size));
        }
    }

    List<String> streams() {
        return streams;
    }

    /** Notes that a message is about to be published. On one thread per stream. */
    void published(int stream, long nanos) {
        long count = published(stream);
        if (count < MESSAGES) {
            memory.putLong(stream * BLOCK + (int) (count + 2) * Long.BYTES, nanos);
        }
        memory.putLong(stream * BLOCK, count + 1);
    }

    long published(int stream) {
        return memory.getLong(stream * BLOCK);
    }

    /** When a message was published, counted from 0; later than any time for one that is not noted. */
    long publishedAt(int stream, long message) {
        return message < Math.min(MESSAGES, published(stream))
                ? memory.getLong(stream * BLOCK + (int) (message + 2) * Long.BYTES)
                : Long.MAX_VALUE;
    }

    /** Notes how many messages the recorder says are in the file. */
    void stored(int stream, long count) {
        memory.putLong(stream * BLOCK + Long.BYTES, count);
    }

    long stored(int stream) {
        return memory.getLong(stream * BLOCK + Long.BYTES);
    }
}
