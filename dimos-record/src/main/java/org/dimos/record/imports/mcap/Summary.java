package org.dimos.record.imports.mcap;

import java.io.IOException;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.dimos.record.mcap.McapException;
import org.dimos.record.mcap.Opcode;
import org.dimos.record.mcap.RecordContent;

/**
 * What the end of a file says about the whole of it.
 *
 * @param messages how many messages there are; empty where there are no statistics
 * @param chunks where the chunks are
 */
record Summary(OptionalLong messages, NavigableSet<Long> chunks) {
    private static final int MOST_CHUNKS = 1 << 20;

    /** The start and the end of a chunk, which come before its place. */
    private static final int TIMES = 2 * Long.BYTES;

    /** One that says nothing. */
    static Summary none() {
        return new Summary(OptionalLong.empty(), new TreeSet<>());
    }

    /** Whether the file ends as it should: with a footer and the magic bytes. */
    static boolean isComplete(McapFile file) throws IOException {
        return file.hasMagic(file.size() - Opcode.magic().length)
                && file.prefix(footer(file)).opcode() == Opcode.FOOTER
                && file.prefix(footer(file)).length() == Opcode.FOOTER_LENGTH;
    }

    private static long footer(McapFile file) {
        return file.size() - Opcode.magic().length - Opcode.PREFIX - Opcode.FOOTER_LENGTH;
    }

    /**
     * Reads the summary of a complete file.
     *
     * @throws McapException if it is damaged
     */
    static Summary read(McapFile file) throws IOException {
        long footer = footer(file);
        RecordContent end = new RecordContent(file.read(footer + Opcode.PREFIX, Opcode.FOOTER_LENGTH));
        long start = end.u64();
        long offsets = end.u64();
        long checksum = end.u32();
        if (start == 0) {
            return none();
        }
        if (start < 0 || start > footer || (offsets != 0 && (offsets < start || offsets > footer))) {
            throw new McapException("the footer points to no place of the file");
        }
        if (checksum != 0 && checksum != checksum(file, start, footer + Opcode.PREFIX + 2 * Long.BYTES)) {
            throw new McapException("the checksum is another one");
        }
        return records(file, start, offsets == 0 ? footer : offsets);
    }

    private static long checksum(McapFile file, long from, long to) throws IOException {
        CRC32 checksum = new CRC32();
        int piece = 1 << 16;
        for (long at = from; at < to; at += piece) {
            checksum.update(file.read(at, Math.min(piece, to - at)).asBuffer());
        }
        return checksum.getValue();
    }

    private static Summary records(McapFile file, long from, long to) throws IOException {
        OptionalLong messages = OptionalLong.empty();
        NavigableSet<Long> chunks = new TreeSet<>();
        long at = from;
        while (at < to) {
            McapFile.Prefix record = file.prefix(at);
            if (record.opcode() == Opcode.STATISTICS) {
                long count = new RecordContent(file.read(record.content(), record.length())).u64();
                messages = count >= 0 ? OptionalLong.of(count) : OptionalLong.empty();
            } else if (record.opcode() == Opcode.CHUNK_INDEX && chunks.size() < MOST_CHUNKS) {
                RecordContent index = new RecordContent(file.read(record.content(), record.length()));
                index.skip(TIMES);
                chunks.add(index.u64());
            }
            at = record.end();
        }
        return new Summary(messages, chunks);
    }
}
