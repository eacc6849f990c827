package org.dimos.record.exports.mcap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dimos.record.mcap.Opcode;
import org.dimos.record.mcap.RecordOutput;

/** What the end of a file says about the whole: schemas, channels, counts, and where the chunks are. */
final class FileIndex {
    private final SortedMap<Integer, Channel.Schema> schemas = new TreeMap<>();
    private final SortedMap<Integer, Channel> channels = new TreeMap<>();
    private final SortedMap<Integer, Long> counts = new TreeMap<>();
    private final List<ChunkEntry> chunks = new ArrayList<>();
    private final List<MetadataEntry> metadata = new ArrayList<>();
    private long messages;
    private long first = Long.MAX_VALUE;
    private long last;

    /** Where a chunk is and what is in it. */
    record ChunkEntry(
            long first,
            long last,
            long start,
            long length,
            SortedMap<Integer, Long> indexes,
            long indexLength,
            String compression,
            long storedSize,
            long size) {

        void write(RecordOutput out) {
            out.begin(Opcode.CHUNK_INDEX)
                    .u64(first)
                    .u64(last)
                    .u64(start)
                    .u64(length)
                    .counts(indexes)
                    .u64(indexLength)
                    .text(compression)
                    .u64(storedSize)
                    .u64(size)
                    .end();
        }
    }

    private record MetadataEntry(String name, long start, long length) {}

    void channel(Channel channel) {
        schemas.put(channel.schema().id(), channel.schema());
        channels.put(channel.id(), channel);
        counts.putIfAbsent(channel.id(), 0L);
    }

    void message(int channel, long logged) {
        counts.merge(channel, 1L, Long::sum);
        messages++;
        first = Math.min(first, logged);
        last = Math.max(last, logged);
    }

    void chunk(ChunkEntry chunk) {
        chunks.add(chunk);
    }

    void metadata(String name, long start, long length) {
        metadata.add(new MetadataEntry(name, start, length));
    }

    /** Writes all groups, then where each of them is; gives the place of the latter. */
    long write(CountedFile file) throws IOException {
        RecordOutput offsets = new RecordOutput(256);
        group(file, offsets, Opcode.SCHEMA, out -> schemas.values().forEach(schema -> schema.write(out)));
        group(file, offsets, Opcode.CHANNEL, out -> channels.values().forEach(channel -> channel.write(out)));
        group(file, offsets, Opcode.STATISTICS, this::statistics);
        group(file, offsets, Opcode.CHUNK_INDEX, out -> chunks.forEach(chunk -> chunk.write(out)));
        group(file, offsets, Opcode.METADATA_INDEX, this::metadataIndexes);
        long start = file.position();
        file.write(offsets);
        return start;
    }

    private static void group(CountedFile file, RecordOutput offsets, int opcode, Group group) throws IOException {
        RecordOutput records = new RecordOutput(1024);
        group.write(records);
        if (records.size() > 0) {
            offsets.begin(Opcode.SUMMARY_OFFSET)
                    .u8(opcode)
                    .u64(file.position())
                    .u64(records.size())
                    .end();
            file.write(records);
        }
    }

    private void statistics(RecordOutput out) {
        out.begin(Opcode.STATISTICS)
                .u64(messages)
                .u16(schemas.size())
                .u32(channels.size())
                .u32(0)
                .u32(metadata.size())
                .u32(chunks.size())
                .u64(messages == 0 ? 0 : first)
                .u64(last)
                .counts(counts)
                .end();
    }

    private void metadataIndexes(RecordOutput out) {
        for (MetadataEntry entry : metadata) {
            out.begin(Opcode.METADATA_INDEX)
                    .u64(entry.start())
                    .u64(entry.length())
                    .text(entry.name())
                    .end();
        }
    }

    /** Records of one kind. */
    private interface Group {
        void write(RecordOutput out);
    }
}
