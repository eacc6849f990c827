package org.dimos.record.imports.mcap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import org.dimos.core.array.Bytes;
import org.dimos.record.mcap.Compression;
import org.dimos.record.mcap.Opcode;
import org.dimos.record.mcap.RecordOutput;

/** An MCAP file put together record by record, as other programs may write it. */
public final class McapBytes {
    private final RecordOutput out = new RecordOutput(1024);

    private McapBytes() {}

    /** A file that begins as it should. */
    public static McapBytes file() {
        McapBytes bytes = new McapBytes();
        bytes.out
                .bytes(Opcode.magic())
                .begin(Opcode.HEADER)
                .text("")
                .text("test")
                .end();
        return bytes;
    }

    /** The inside of a chunk. */
    public static McapBytes records() {
        return new McapBytes();
    }

    public int size() {
        return out.size();
    }

    public McapBytes schema(int id, String name, String encoding, String text) {
        out.begin(Opcode.SCHEMA).u16(id).text(name).text(encoding).block(text.getBytes(StandardCharsets.UTF_8));
        out.end();
        return this;
    }

    public McapBytes channel(int id, int schema, String topic, String encoding) {
        out.begin(Opcode.CHANNEL).u16(id).u16(schema).text(topic).text(encoding).texts(Map.of());
        out.end();
        return this;
    }

    /** A channel of {@code std_msgs/msg/String} with its schema. */
    public McapBytes texts(int id, String topic) {
        return schema(id + 1, "std_msgs/msg/String", "ros2msg", "string data\n").channel(id, id + 1, topic, "cdr");
    }

    public McapBytes message(int channel, long nanos, byte[] data) {
        out.begin(Opcode.MESSAGE).u16(channel).u32(0).u64(nanos).u64(nanos).bytes(data);
        out.end();
        return this;
    }

    public McapBytes text(int channel, long nanos, String text) {
        return message(channel, nanos, cdr(text));
    }

    private static byte[] cdr(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return new RecordOutput(64)
                .bytes(new byte[] {0, 1, 0, 0})
                .u32(utf8.length + 1)
                .bytes(utf8)
                .u8(0)
                .toArray();
    }

    public McapBytes chunk(Compression compression, McapBytes records) {
        byte[] plain = records.out.toArray();
        CRC32 checksum = new CRC32();
        checksum.update(plain);
        return chunk(compression.id(), plain.length, checksum.getValue(), compression.compress(plain, plain.length));
    }

    public McapBytes chunk(String compression, long size, long checksum, byte[] stored) {
        out.begin(Opcode.CHUNK)
                .u64(0)
                .u64(0)
                .u64(size)
                .u32(checksum)
                .text(compression)
                .u64(stored.length);
        out.bytes(stored).end();
        return this;
    }

    public McapBytes bytes(byte[] bytes) {
        out.bytes(bytes);
        return this;
    }

    /** An end without a summary. */
    public McapBytes end() {
        out.begin(Opcode.DATA_END).u32(0).end();
        out.begin(Opcode.FOOTER).u64(0).u64(0).u32(0).end();
        out.bytes(Opcode.magic());
        return this;
    }

    /** An end with a summary that says how many messages there are and where the chunks are. */
    public McapBytes summary(long messages, long checksum, long... chunks) {
        out.begin(Opcode.DATA_END).u32(0).end();
        long start = out.size();
        out.begin(Opcode.STATISTICS)
                .u64(messages)
                .u16(0)
                .u32(0)
                .u32(0)
                .u32(0)
                .u32(0)
                .u64(0)
                .u64(0)
                .u32(0);
        out.end();
        for (long chunk : chunks) {
            out.begin(Opcode.CHUNK_INDEX).u64(0).u64(0).u64(chunk).end();
        }
        out.begin(Opcode.FOOTER).u64(start).u64(0).u32(checksum).end();
        out.bytes(Opcode.magic());
        return this;
    }

    public byte[] toArray() {
        return out.toArray();
    }

    public Bytes toBytes() {
        return Bytes.wrap(toArray());
    }

    public Path write(Path file) throws IOException {
        return Files.write(file, toArray());
    }
}
