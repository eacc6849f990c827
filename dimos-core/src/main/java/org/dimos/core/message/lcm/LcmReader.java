package org.dimos.core.message.lcm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageFormatException;

/** Reads one message. Nothing is allocated for a length before the bytes for it are known to be there. */
final class LcmReader {
    /** More than any message of dimos has, far less than a thread's stack takes. */
    private static final int MAX_DEPTH = 100;

    /** Elements without fields take no bytes, so the number of bytes does not bound their number. */
    private static final int MAX_EMPTY_ELEMENTS = 65_536;

    private final String messageType;
    private final Bytes data;
    private final ByteBuffer buffer;
    private int depth;
    private int emptyElements;

    LcmReader(String messageType, Bytes data) {
        this.messageType = messageType;
        this.data = data;
        this.buffer = data.asBuffer();
    }

    ByteBuffer buffer() {
        return buffer;
    }

    void enter() {
        if (++depth > MAX_DEPTH) {
            throw refuse("its structs are nested more than " + MAX_DEPTH + " deep");
        }
    }

    void leave() {
        depth--;
    }

    /** The number of elements of a variable array that is still to come. */
    int readCount(Field field) {
        if (buffer.remaining() < Integer.BYTES) {
            throw truncated(field);
        }
        int count = buffer.getInt();
        int elementSize = field.elementSize();
        if (count < 0 || (long) count * elementSize > buffer.remaining()) {
            throw refuse(field + " has " + Integer.toUnsignedString(count) + " elements, which do not fit the "
                    + buffer.remaining() + " bytes that are left");
        }
        if (elementSize == 0) {
            countEmpty(field, count);
        }
        return count;
    }

    private void countEmpty(Field field, int count) {
        if (count > MAX_EMPTY_ELEMENTS - emptyElements) {
            throw refuse(
                    field + " has " + count + " elements without content, at most " + MAX_EMPTY_ELEMENTS + " are read");
        }
        emptyElements += count;
    }

    /** The next bytes, not copied. */
    Bytes slice(int length) {
        int from = buffer.position();
        Bytes slice = data.slice(from, from + length);
        buffer.position(from + length);
        return slice;
    }

    /** Malformed UTF-8 becomes replacement characters: it is no reason to lose a message. */
    String readString(Field field) {
        int length = buffer.getInt();
        if (length < 1 || length > buffer.remaining()) {
            throw refuse(field + " is " + Integer.toUnsignedString(length) + " bytes long; from 1 to "
                    + buffer.remaining() + " bytes are possible");
        }
        byte[] text = new byte[length];
        buffer.get(text);
        if (text[length - 1] != 0) {
            throw refuse(field + " does not end with a NUL");
        }
        return new String(text, 0, length - 1, StandardCharsets.UTF_8);
    }

    void requireEnd() {
        if (buffer.hasRemaining()) {
            throw refuse(buffer.remaining() + " bytes are left over after its last field");
        }
    }

    MessageFormatException truncated(Field field) {
        return refuse("it ends within " + field);
    }

    MessageFormatException refuse(String why) {
        return new MessageFormatException("not a " + messageType + " message: " + why);
    }
}
