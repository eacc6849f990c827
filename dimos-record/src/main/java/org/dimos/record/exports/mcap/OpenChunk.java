package org.dimos.record.exports.mcap;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.dimos.core.array.Bytes;
import org.dimos.record.mcap.Compression;
import org.dimos.record.mcap.Opcode;
import org.dimos.record.mcap.RecordOutput;

/** The chunk that is being filled. */
final class OpenChunk {
    private static final int CUSTOMARY_SIZE = 2 << 20;

    private final RecordOutput records = new RecordOutput(CUSTOMARY_SIZE + (64 << 10));
    private final SortedMap<Integer, RecordOutput> index = new TreeMap<>();
    private long first = Long.MAX_VALUE;
    private long last;

    /** Whether it should be written before so much more comes in. */
    boolean isFullFor(int bytes) {
        return !isEmpty() && records.size() + (long) bytes > CUSTOMARY_SIZE;
    }

    boolean isEmpty() {
        return records.size() == 0;
    }

    void declare(Channel channel, boolean withSchema) {
        if (withSchema) {
            channel.schema().write(records);
        }
        channel.write(records);
    }

    void message(Channel channel, int sequence, long logged, long published, Bytes data) {
        index.computeIfAbsent(channel.id(), id -> new RecordOutput(1024))
                .u64(logged)
                .u64(records.size());
        records.begin(Opcode.MESSAGE)
                .u16(channel.id())
                .u32(sequence)
                .u64(logged)
                .u64(published)
                .bytes(data)
                .end();
        first = Math.min(first, logged);
        last = Math.max(last, logged);
    }

    /** The chunk as a record. */
    RecordOutput close(Compression compression) {
        CRC32 checksum = new CRC32();
        checksum.update(records.array(), 0, records.size());
        byte[] stored = compression.compress(records.array(), records.size());
        return new RecordOutput(stored.length + 128)
                .begin(Opcode.CHUNK)
                .u64(firstTime())
                .u64(last)
                .u64(records.size())
                .u32(checksum.getValue())
                .text(compression.id())
                .u64(stored.length)
                .bytes(stored)
                .end();
    }

    /** The index of its messages, one record for each channel, and where these records begin. */
    SortedMap<Integer, Long> writeIndex(RecordOutput out) {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        index.forEach((channel, entries) -> {
            offsets.put(channel, (long) out.size());
            out.begin(Opcode.MESSAGE_INDEX)
                    .u16(channel)
                    .u32(entries.size())
                    .bytes(entries.toArray())
                    .end();
        });
        return offsets;
    }

    long firstTime() {
        return index.isEmpty() ? 0 : first;
    }

    long lastTime() {
        return last;
    }

    int size() {
        return records.size();
    }

    void clear() {
        records.clear();
        index.clear();
        first = Long.MAX_VALUE;
        last = 0;
    }
}
