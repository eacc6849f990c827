package org.dimos.record.exports.mcap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.SortedMap;
import org.dimos.core.array.Bytes;
import org.dimos.record.mcap.Compression;
import org.dimos.record.mcap.Opcode;
import org.dimos.record.mcap.RecordOutput;

/** Writes an MCAP file: chunks with an index of their messages, and at the end what tells a reader where everything is. */
final class McapWriter implements AutoCloseable {
    static final String LIBRARY = "dimos for Java";

    private static final int MESSAGE_OVERHEAD = 64;

    private final CountedFile file;
    private final Compression compression;
    private final OpenChunk chunk = new OpenChunk();
    private final FileIndex index = new FileIndex();
    private final BitSet declaredSchemas = new BitSet();
    private final BitSet declaredChannels = new BitSet();

    McapWriter(Path path, Compression compression, String profile) throws IOException {
        this.file = new CountedFile(path);
        this.compression = compression;
        byte[] magic = Opcode.magic();
        file.write(magic, magic.length);
        file.write(new RecordOutput(64)
                .begin(Opcode.HEADER)
                .text(profile)
                .text(LIBRARY)
                .end());
    }

    /** Makes a channel known; it becomes part of the file also if there is no message for it. */
    void channel(Channel channel) {
        index.channel(channel);
    }

    void message(Channel channel, int sequence, long logged, long published, Bytes data) throws IOException {
        if (chunk.isFullFor(data.length() + MESSAGE_OVERHEAD)) {
            endChunk();
        }
        if (!declaredChannels.get(channel.id())) {
            chunk.declare(channel, !declaredSchemas.get(channel.schema().id()));
            declaredChannels.set(channel.id());
            declaredSchemas.set(channel.schema().id());
        }
        chunk.message(channel, sequence, logged, published, data);
        index.message(channel.id(), logged);
    }

    private void endChunk() throws IOException {
        if (chunk.isEmpty()) {
            return;
        }
        long start = file.position();
        RecordOutput record = chunk.close(compression);
        file.write(record);
        long indexStart = file.position();
        RecordOutput messages = new RecordOutput(4096);
        SortedMap<Integer, Long> offsets = chunk.writeIndex(messages);
        offsets.replaceAll((channel, offset) -> indexStart + offset);
        file.write(messages);
        index.chunk(new FileIndex.ChunkEntry(
                chunk.firstTime(),
                chunk.lastTime(),
                start,
                indexStart - start,
                offsets,
                messages.size(),
                compression.id(),
                storedSize(record),
                chunk.size()));
        chunk.clear();
    }

    private int storedSize(RecordOutput record) {
        int before = Opcode.PREFIX
                + 4 * Long.BYTES
                + 2 * Integer.BYTES
                + compression.id().length();
        return record.size() - before;
    }

    void metadata(String name, Map<String, String> values) throws IOException {
        endChunk();
        long start = file.position();
        file.write(new RecordOutput(256)
                .begin(Opcode.METADATA)
                .text(name)
                .texts(values)
                .end());
        index.metadata(name, start, file.position() - start);
    }

    /** Writes the end of the file, and waits until all is on the disk. */
    void finish() throws IOException {
        endChunk();
        long checksum = file.checksum();
        file.write(new RecordOutput(16).begin(Opcode.DATA_END).u32(checksum).end());
        long summary = file.position();
        file.restartChecksum();
        long offsets = index.write(file);
        // The checksum covers the footer as far as the checksum itself, which the record's length counts too.
        file.write(new RecordOutput(64)
                .u8(Opcode.FOOTER)
                .u64(Opcode.FOOTER_LENGTH)
                .u64(summary)
                .u64(offsets));
        byte[] rest =
                new RecordOutput(16).u32(file.checksum()).bytes(Opcode.magic()).toArray();
        file.write(rest, rest.length);
        file.sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
