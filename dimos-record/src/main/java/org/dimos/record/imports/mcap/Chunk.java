package org.dimos.record.imports.mcap;

import java.io.IOException;
import java.util.zip.CRC32;
import org.dimos.core.array.Bytes;
import org.dimos.record.mcap.Compression;
import org.dimos.record.mcap.McapException;
import org.dimos.record.mcap.RecordContent;

/** The records in a chunk, decompressed and checked. */
final class Chunk {
    private final RecordContent records;

    private Chunk(RecordContent records) {
        this.records = records;
    }

    /** @throws IOException if the chunk is damaged, or too large to be read */
    static Chunk open(Bytes record) throws IOException {
        RecordContent content = new RecordContent(record);
        long start = content.u64();
        long end = content.u64();
        long size = content.u64();
        long checksum = content.u32();
        String compression = content.text();
        Bytes stored = content.bytes(content.u64());
        if (start < 0 || end < 0) {
            throw new McapException("a chunk's times are no times since 1970");
        }
        if (size < 0 || size > McapFile.LONGEST) {
            throw new McapException("a chunk would be " + Long.toUnsignedString(size)
                    + " bytes long when decompressed; at most " + McapFile.LONGEST + " are read");
        }
        Bytes records = decompress(compression, stored, (int) size);
        if (checksum != 0 && checksum != checksum(records)) {
            throw new McapException("a chunk's checksum is another one");
        }
        return new Chunk(new RecordContent(records));
    }

    private static Bytes decompress(String name, Bytes stored, int size) throws IOException {
        Compression compression = Compression.named(name)
                .orElseThrow(() -> new McapException("a chunk has the compression '" + name + "'; known are "
                        + String.join(", ", Compression.names())));
        try {
            return Bytes.wrap(compression.decompress(stored.toArray(), size));
        } catch (IOException e) {
            throw new McapException("a chunk is damaged: " + e.getMessage());
        }
    }

    private static long checksum(Bytes records) {
        CRC32 checksum = new CRC32();
        checksum.update(records.asBuffer());
        return checksum.getValue();
    }

    boolean atEnd() {
        return records.left() == 0;
    }

    /** The next record. */
    Entry next() throws McapException {
        int opcode = records.u8();
        return new Entry(opcode, records.bytes(records.u64()));
    }

    /** A record: what it is and what is in it. */
    record Entry(int opcode, Bytes content) {}
}
