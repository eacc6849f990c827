package org.dimos.record.ros;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.dimos.core.array.Bytes;

/** Writes messages value by value, as ROS 1 or as CDR. */
final class MessageBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;
    private final boolean cdr;

    private MessageBytes(ByteOrder order, boolean cdr) {
        this.order = order;
        this.cdr = cdr;
    }

    static MessageBytes ros1() {
        return new MessageBytes(ByteOrder.LITTLE_ENDIAN, false);
    }

    static MessageBytes cdr(ByteOrder order) {
        MessageBytes bytes = new MessageBytes(order, true);
        bytes.out.writeBytes(new byte[] {0, (byte) (order == ByteOrder.BIG_ENDIAN ? 0 : 1), 0, 0});
        return bytes;
    }

    MessageBytes int8(int value) {
        return put(ByteBuffer.allocate(1).put((byte) value));
    }

    MessageBytes int16(int value) {
        return put(ByteBuffer.allocate(2).order(order).putShort((short) value));
    }

    MessageBytes int32(int... values) {
        for (int value : values) {
            put(ByteBuffer.allocate(4).order(order).putInt(value));
        }
        return this;
    }

    MessageBytes float32(float... values) {
        for (float value : values) {
            put(ByteBuffer.allocate(4).order(order).putFloat(value));
        }
        return this;
    }

    MessageBytes float64(double... values) {
        for (double value : values) {
            put(ByteBuffer.allocate(8).order(order).putDouble(value));
        }
        return this;
    }

    MessageBytes string(String text) {
        byte[] bytes = (cdr ? text + "\0" : text).getBytes(StandardCharsets.UTF_8);
        int32(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    Bytes bytes() {
        return Bytes.wrap(out.toByteArray());
    }

    private MessageBytes put(ByteBuffer value) {
        while (cdr && out.size() % value.capacity() != (value.capacity() == 8 ? 4 : 0)) {
            out.write(0);
        }
        value.flip();
        while (value.hasRemaining()) {
            out.write(value.get());
        }
        return this;
    }
}
