package org.dimos.record.imports.ros1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream.BlockSize;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream.Parameters;

/** Makes the bytes of ROS 1 bags, right ones and wrong ones. */
public final class BagBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A bag that was closed properly. */
    public static BagBytes bag() {
        return bag(4117);
    }

    public static BagBytes bag(long indexPosition) {
        BagBytes bag = new BagBytes();
        bag.raw("#ROSBAG V2.0\n".getBytes(StandardCharsets.US_ASCII));
        byte[] header = join(
                field("op", 3),
                field("index_pos", u64(indexPosition)),
                field("conn_count", u32(1)),
                field("chunk_count", u32(1)));
        return bag.record(header, new byte[64]);
    }

    /** Records without a bag around them, for a chunk. */
    public static BagBytes records() {
        return new BagBytes();
    }

    public BagBytes connection(int id, String topic, String type, String definition) {
        byte[] details = join(
                field("topic", text(topic)),
                field("type", text(type)),
                field("md5sum", text("*")),
                field("message_definition", text(definition)));
        return record(join(field("op", 7), field("conn", u32(id)), field("topic", text(topic))), details);
    }

    public BagBytes message(int connection, long nanos, byte[] data) {
        byte[] time = join(u32(nanos / 1_000_000_000L), u32(nanos % 1_000_000_000L));
        return record(join(field("op", 2), field("conn", u32(connection)), field("time", time)), data);
    }

    public BagBytes chunk(String compression, BagBytes records) {
        byte[] content = records.bytes();
        return chunk(compression, content.length, compress(compression, content));
    }

    public BagBytes chunk(String compression, long declaredSize, byte[] stored) {
        byte[] header = join(field("op", 5), field("compression", text(compression)), field("size", u32(declaredSize)));
        return record(header, stored)
                .record(
                        join(field("op", 4), field("ver", u32(1)), field("conn", u32(0)), field("count", u32(0))),
                        new byte[0]);
    }

    public BagBytes record(byte[] header, byte[] data) {
        return raw(u32(header.length)).raw(header).raw(u32(data.length)).raw(data);
    }

    public BagBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    /** {@code lz4-linked} is LZ4 whose blocks refer to each other; its chunks still say {@code lz4}. */
    public static byte[] compress(String compression, byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = switch (compression) {
            case "bz2" -> new BZip2CompressorOutputStream(compressed);
            case "lz4" -> new FramedLZ4CompressorOutputStream(compressed);
            case "lz4-linked" ->
                new FramedLZ4CompressorOutputStream(compressed, new Parameters(BlockSize.K64, true, false, true));
            default -> compressed;
        }) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    public static byte[] field(String name, int op) {
        return field(name, new byte[] {(byte) op});
    }

    public static byte[] field(String name, byte[] value) {
        byte[] start = text(name + "=");
        return join(u32(start.length + value.length), start, value);
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] u32(long value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) value)
                .array();
    }

    public static byte[] u64(long value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
