package org.dimos.record.mcap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dimos.core.array.Bytes;

/** Puts records together, one after the other, in an array that grows. Numbers are little-endian. */
public final class RecordOutput {
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private ByteBuffer buffer;
    private int record = -1;

    /** @param expected about how many bytes it will be */
    public RecordOutput(int expected) {
        this.buffer = ByteBuffer.allocate(expected).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Begins a record. */
    public RecordOutput begin(int opcode) {
        record = buffer.position();
        room(Opcode.PREFIX).put((byte) opcode).putLong(0);
        return this;
    }

    /** Ends the record: fills in its length. */
    public RecordOutput end() {
        int content = record + Opcode.PREFIX;
        buffer.putLong(record + 1, buffer.position() - content);
        return this;
    }

    public RecordOutput u8(int value) {
        room(1).put((byte) value);
        return this;
    }

    public RecordOutput u16(int value) {
        room(Short.BYTES).putShort((short) value);
        return this;
    }

    public RecordOutput u32(long value) {
        room(Integer.BYTES).putInt((int) value);
        return this;
    }

    public RecordOutput u64(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    /** A text: its length and its bytes. */
    public RecordOutput text(String text) {
        return block(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes after their length. */
    public RecordOutput block(byte[] bytes) {
        room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
        return this;
    }

    public RecordOutput bytes(Bytes bytes) {
        room(bytes.length()).put(bytes.asBuffer());
        return this;
    }

    public RecordOutput bytes(byte[] bytes) {
        room(bytes.length).put(bytes);
        return this;
    }

    /** Names and values, in the order of the names. */
    public RecordOutput texts(Map<String, String> values) {
        RecordOutput content = new RecordOutput(64);
        new TreeMap<>(values).forEach((name, value) -> content.text(name).text(value));
        return block(content.toArray());
    }

    /** Numbers by channel. */
    public RecordOutput counts(SortedMap<Integer, Long> counts) {
        u32(counts.size() * (long) (Short.BYTES + Long.BYTES));
        counts.forEach((channel, count) -> u16(channel).u64(count));
        return this;
    }

    public int size() {
        return buffer.position();
    }

    public void clear() {
        buffer.clear();
        record = -1;
    }

    /** The array that holds the records, longer than they are; not a copy. */
    public byte[] array() {
        return buffer.array();
    }

    public byte[] toArray() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private ByteBuffer room(int length) {
        long needed = (long) buffer.position() + length;
        if (needed > LARGEST) {
            throw new IllegalArgumentException("a chunk of more than 2 GiB cannot be written");
        }
        if (needed > buffer.capacity()) {
            long capacity = Math.min(LARGEST, Math.max(needed, buffer.capacity() * 2L));
            buffer = ByteBuffer.allocate((int) capacity)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(buffer.flip());
        }
        return buffer;
    }
}
