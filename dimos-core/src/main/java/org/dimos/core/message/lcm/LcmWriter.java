package org.dimos.core.message.lcm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dimos.core.array.Bytes;

/** Collects the bytes of one message in an array that is as long as expected, and grows if need be. */
final class LcmWriter {
    private ByteBuffer buffer;

    LcmWriter(int expectedSize) {
        this.buffer = ByteBuffer.allocate(expectedSize);
    }

    /** The buffer, with at least so many bytes free. */
    ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int needed = Math.addExact(buffer.position(), bytes);
            int capacity = (int) Math.min(Integer.MAX_VALUE - 8, needed + (needed >> 2) + 64L);
            ByteBuffer larger = ByteBuffer.allocate(Math.max(needed, capacity));
            larger.put(buffer.flip());
            buffer = larger;
        }
        return buffer;
    }

    void writeString(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(utf8.length + 5).putInt(utf8.length + 1).put(utf8).put((byte) 0);
    }

    Bytes toBytes() {
        byte[] array = buffer.array();
        int size = buffer.position();
        return Bytes.wrap(size == array.length ? array : Arrays.copyOf(array, size));
    }
}
