package org.dimos.record.imports.ros1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordingException;
import org.dimos.record.imports.BagMessage;
import org.dimos.record.imports.BagReader;
import org.dimos.record.imports.BagTopic;
import org.jspecify.annotations.Nullable;

/** Reads a bag from front to back, chunk by chunk. */
final class Ros1Reader implements BagReader {
    private static final int MESSAGE = 2;
    private static final int BAG_HEADER = 3;
    private static final int CHUNK = 5;
    private static final int CONNECTION = 7;

    /** Decompressing more than this many times the file's size, and a gigabyte, is taken for an attack. */
    private static final long MOST_GROWTH = 1000;

    private final Path source;
    private final InputStream stream;
    private final RecordInput file;
    private final Connections connections = new Connections();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable Chunk chunk;
    private long decompressed;
    private boolean ended;

    Ros1Reader(Path source) throws IOException {
        this.source = source;
        this.stream = new BufferedInputStream(Files.newInputStream(source), 1 << 16);
        this.file =
                new RecordInput(stream, Files.size(source), source.getFileName().toString());
        try {
            checkVersion();
        } catch (RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    private void checkVersion() {
        byte[] expected = Ros1Format.VERSION_LINE.getBytes(StandardCharsets.US_ASCII);
        byte[] line = file.bytes((int) Math.min(expected.length, file.left()));
        if (!Arrays.equals(line, expected)) {
            throw new RecordingException(
                    "'" + source + "' is a bag of another version than 2.0; 'rosbag fix' or 'rosbag"
                            + " migrate' turns it into one");
        }
    }

    @Override
    public Optional<BagMessage> next() {
        try {
            Optional<BagMessage> found = Optional.empty();
            while (found.isEmpty() && !ended) {
                found = step();
            }
            return found;
        } catch (RecordingException e) {
            throw e;
        } catch (RuntimeException e) {
            // The decompressors throw what they like at damaged data.
            return endOrRefuse(e);
        }
    }

    private Optional<BagMessage> step() {
        Chunk current = chunk;
        if (current == null) {
            return file.left() == 0 ? end() : readRecord(file);
        }
        if (!current.atEnd()) {
            return readRecord(current.records());
        }
        closeChunk(current);
        return Optional.empty();
    }

    private Optional<BagMessage> readRecord(RecordInput input) {
        boolean inFile = chunk == null;
        RecordHeader header = input.header();
        if (header.isEmpty() && inFile) {
            return endAt("holds no records from byte " + file.position() + " on");
        }
        return switch (header.op()) {
            case MESSAGE -> Optional.of(message(header, input));
            case CONNECTION -> {
                connections.add(header, input.description(), input.describe());
                yield Optional.empty();
            }
            case CHUNK -> {
                openChunk(header, inFile);
                yield Optional.empty();
            }
            case BAG_HEADER -> {
                noteIndex(header);
                input.skipData();
                yield Optional.empty();
            }
            default -> {
                input.skipData();
                yield Optional.empty();
            }
        };
    }

    private BagMessage message(RecordHeader header, RecordInput input) {
        BagTopic topic = connections.get(header, input.describe());
        return new BagMessage(topic, header.nanos("time"), Bytes.wrap(input.data()));
    }

    private void noteIndex(RecordHeader header) {
        if (header.longInteger("index_pos") == 0) {
            warnings.add("'" + source + "' has no index: its recorder was interrupted");
        }
    }

    private void openChunk(RecordHeader header, boolean inFile) {
        if (!inFile) {
            throw new RecordingException("there is a chunk inside a chunk in '" + source + "'");
        }
        long stored = file.unsigned();
        try {
            chunk = Chunk.open(header, stream, stored, file.left(), file.describe());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private void closeChunk(Chunk finished) {
        chunk = null;
        growBy(finished.records().position());
        try {
            file.passed(finished.finish(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        if (finished.cut()) {
            endAt("ends in the middle of a chunk");
        }
    }

    private void growBy(long bytes) {
        decompressed += bytes;
        if (decompressed > RecordInput.MAX_DATA * 4L && decompressed / MOST_GROWTH > size()) {
            throw new RecordingException("the chunks of '" + source + "' grow to more than " + MOST_GROWTH
                    + " times the size of the file when decompressed");
        }
    }

    /** What cannot be read is fine where the file was cut off, and an error everywhere else. */
    private Optional<BagMessage> endOrRefuse(Exception problem) {
        Chunk current = chunk;
        if (current == null && problem instanceof TruncatedException) {
            return endAt("ends in the middle of a record");
        }
        if (current != null && current.cut()) {
            return endAt("ends in the middle of a chunk");
        }
        String what =
                current == null ? "'" + source + "'" : "the chunk at byte " + file.position() + " of '" + source + "'";
        throw new RecordingException(what + " cannot be read: " + problem.getMessage(), problem);
    }

    private Optional<BagMessage> endAt(String how) {
        warnings.add("'" + source + "' " + how + ": what comes before was read, the rest is missing");
        return end();
    }

    private Optional<BagMessage> end() {
        ended = true;
        return Optional.empty();
    }

    @Override
    public long position() {
        return file.position();
    }

    @Override
    public long size() {
        return file.position() + file.left();
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
