package org.dimos.record.ros;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dimos.core.array.Bytes;

/** Collects one message in little-endian plain CDR, the counterpart of {@link CdrInput}. */
final class CdrOutput {
    private static final int ENCAPSULATION = 4;
    private static final int FIRST_SIZE = 256;
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private ByteBuffer buffer = ByteBuffer.allocate(FIRST_SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private int sequence;
    private boolean sequenced;

    CdrOutput() {
        buffer.put((byte) 0).put((byte) 1).put((byte) 0).put((byte) 0);
    }

    /** Notes the sequence number of a header, which does not become part of the message; the first one counts. */
    void sequence(int number) {
        if (!sequenced) {
            sequence = number;
            sequenced = true;
        }
    }

    int sequence() {
        return sequence;
    }

    void int8(byte value) {
        room(1, 1).put(value);
    }

    void int16(short value) {
        room(Short.BYTES, Short.BYTES).putShort(value);
    }

    void int32(int value) {
        room(Integer.BYTES, Integer.BYTES).putInt(value);
    }

    void int64(long value) {
        room(Long.BYTES, Long.BYTES).putLong(value);
    }

    void float32(float value) {
        room(Float.BYTES, Float.BYTES).putFloat(value);
    }

    void float64(double value) {
        room(Double.BYTES, Double.BYTES).putDouble(value);
    }

    void string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int32(utf8.length + 1);
        room(1, utf8.length + 1).put(utf8).put((byte) 0);
    }

    /** The next bytes, to be filled with {@code count} numbers; in little-endian order. */
    ByteBuffer block(int count, int width) {
        if (count == 0) {
            return ByteBuffer.allocate(0);
        }
        int length = Math.multiplyExact(count, width);
        ByteBuffer target = room(width, length);
        ByteBuffer block = target.slice().order(ByteOrder.LITTLE_ENDIAN).limit(length);
        target.position(target.position() + length);
        return block;
    }

    Bytes toBytes() {
        return Bytes.wrap(Arrays.copyOf(buffer.array(), buffer.position()));
    }

    /** The buffer at the next multiple of {@code width}, with so many bytes free. */
    private ByteBuffer room(int width, int length) {
        int over = (buffer.position() - ENCAPSULATION) % width;
        int padding = over == 0 ? 0 : width - over;
        long needed = (long) buffer.position() + padding + length;
        if (needed > LARGEST) {
            throw new IllegalArgumentException("the message would be longer than 2 GiB");
        }
        if (needed > buffer.capacity()) {
            long capacity = Math.min(LARGEST, Math.max(needed, buffer.capacity() * 2L));
            buffer = ByteBuffer.allocate((int) capacity)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(buffer.flip());
        }
        for (int i = 0; i < padding; i++) {
            buffer.put((byte) 0);
        }
        return buffer;
    }
}
