package org.dimos.record.imports.mcap;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordingException;
import org.dimos.record.imports.BagMessage;
import org.dimos.record.imports.BagReader;
import org.dimos.record.imports.BagTopic;
import org.dimos.record.mcap.McapException;
import org.dimos.record.mcap.Opcode;
import org.dimos.record.mcap.RecordContent;
import org.jspecify.annotations.Nullable;

/** Reads a file from front to back, chunk by chunk. Damaged chunks are left out, and told. */
final class McapReader implements BagReader {
    private static final int MOST_WARNINGS = 20;

    private final Path source;
    private final McapFile file;
    private final Summary summary;
    private final Topics topics = new Topics();
    private final List<String> warnings = new ArrayList<>();
    private long position = Opcode.magic().length;
    private @Nullable Chunk chunk;
    private long messages;
    private boolean ended;

    private McapReader(Path source, McapFile file) throws IOException {
        this.source = source;
        this.file = file;
        this.summary = readSummary();
    }

    static McapReader open(Path source) throws IOException {
        McapFile file = new McapFile(source);
        try {
            return new McapReader(source, file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private Summary readSummary() throws IOException {
        try {
            if (Summary.isComplete(file)) {
                return Summary.read(file);
            }
            warn("has no end: its recorder was interrupted, or the file was cut off");
        } catch (EOFException | McapException e) {
            warn("has a damaged summary, which is not used: " + e.getMessage());
        }
        return Summary.none();
    }

    @Override
    public Optional<BagMessage> next() {
        Optional<BagMessage> found = Optional.empty();
        while (found.isEmpty() && !ended) {
            found = step();
        }
        messages += found.isPresent() ? 1 : 0;
        return found;
    }

    private Optional<BagMessage> step() {
        Chunk current = chunk;
        try {
            if (current == null) {
                return fileRecord();
            }
            if (current.atEnd()) {
                chunk = null;
                return Optional.empty();
            }
            Chunk.Entry entry = current.next();
            return record(entry.opcode(), entry.content());
        } catch (EOFException e) {
            return goOnWithIndex(e);
        } catch (McapException e) {
            chunk = null;
            warn("is damaged before byte " + position + ": " + e.getMessage() + "; what was there is missing");
            return Optional.empty();
        } catch (IOException e) {
            throw new RecordingException("'" + source + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private Optional<BagMessage> fileRecord() throws IOException {
        if (position >= file.size()) {
            return end();
        }
        McapFile.Prefix prefix = file.prefix(position);
        int opcode = prefix.opcode();
        if (opcode == 0) {
            throw new EOFException("there is no record");
        }
        position = prefix.end();
        if (opcode == Opcode.DATA_END || opcode == Opcode.FOOTER) {
            return end();
        }
        if (opcode == Opcode.CHUNK) {
            chunk = Chunk.open(file.read(prefix.content(), prefix.length()));
            return Optional.empty();
        }
        boolean wanted = opcode == Opcode.MESSAGE || opcode == Opcode.SCHEMA || opcode == Opcode.CHANNEL;
        return wanted ? record(opcode, file.read(prefix.content(), prefix.length())) : Optional.empty();
    }

    private Optional<BagMessage> record(int opcode, Bytes bytes) throws IOException {
        RecordContent content = new RecordContent(bytes);
        switch (opcode) {
            case Opcode.SCHEMA -> topics.addSchema(content);
            case Opcode.CHANNEL -> topics.addChannel(content);
            case Opcode.MESSAGE -> {
                return Optional.of(message(content));
            }
            default -> {
                // Of other kinds, and of kinds to come, there is nothing to import.
            }
        }
        return Optional.empty();
    }

    private BagMessage message(RecordContent content) throws McapException {
        int channel = content.u16();
        BagTopic topic = topics.channel(channel)
                .orElseThrow(() -> new McapException("a message is of channel " + channel + ", which is not declared"));
        int sequence = (int) content.u32();
        long logged = content.u64();
        long published = content.u64();
        return new BagMessage(topic, logged, published > 0 ? published : logged, sequence, content.rest());
    }

    /** Where it is not known where the next record begins, the index may know where the next chunk does. */
    private Optional<BagMessage> goOnWithIndex(EOFException problem) {
        Long next = summary.chunks().higher(position);
        boolean last = next == null || next >= file.size();
        warn("is damaged at byte " + position + ": " + problem.getMessage()
                + (last ? "; the rest is missing" : "; what comes before the next chunk is missing"));
        if (last) {
            return end();
        }
        position = next;
        return Optional.empty();
    }

    private Optional<BagMessage> end() {
        ended = true;
        long expected = summary.messages().orElse(messages);
        if (expected != messages) {
            warn("has " + messages + " messages that can be read, and says it has " + expected);
        }
        return Optional.empty();
    }

    private void warn(String what) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add("'" + source + "' " + what);
        } else if (warnings.size() == MOST_WARNINGS) {
            warnings.add("'" + source + "' has more damage than is told here");
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
