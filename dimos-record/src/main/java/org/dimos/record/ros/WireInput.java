package org.dimos.record.ros;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageFormatException;

/** The bytes of one message while they are read. Every length is compared with what is left before anything is allocated. */
abstract class WireInput {

    /** The most records and strings that one message may hold in arrays; they take more memory than their bytes. */
    private static final int MOST_ELEMENTS = 1 << 20;

    private final Bytes data;
    private final ByteBuffer buffer;
    private int elements;
    private int sequence;

    WireInput(Bytes data, int start, ByteOrder order) {
        this.data = data;
        this.buffer = data.asBuffer(order).position(start);
    }

    /** Skips the padding before a value of the given width. */
    abstract void align(int width);

    /** A string: its length and its bytes. */
    abstract String string();

    /** Checks that nothing is left over. */
    abstract void finish();

    /** Reads a struct without fields. */
    abstract void emptyStruct();

    /** Sets the number that the first header gets which has none of its own. */
    final void sequence(int number) {
        sequence = number;
    }

    /** The number for the first header that asks; 0 for all others. */
    final int takeSequence() {
        int taken = sequence;
        sequence = 0;
        return taken;
    }

    final byte int8() {
        return need(1).get();
    }

    final boolean bool() {
        return need(1).get() != 0;
    }

    final short int16() {
        align(Short.BYTES);
        return need(Short.BYTES).getShort();
    }

    final int int32() {
        align(Integer.BYTES);
        return need(Integer.BYTES).getInt();
    }

    final long int64() {
        align(Long.BYTES);
        return need(Long.BYTES).getLong();
    }

    final float float32() {
        align(Float.BYTES);
        return need(Float.BYTES).getFloat();
    }

    final double float64() {
        align(Double.BYTES);
        return need(Double.BYTES).getDouble();
    }

    /** The length of an array whose elements take at least so many bytes. */
    final int count(int minSize) {
        long count = Integer.toUnsignedLong(int32());
        if (count * Math.max(minSize, 1) > buffer.remaining()) {
            throw new MessageFormatException(
                    "an array would have " + count + " elements, more than its message has bytes for");
        }
        return (int) count;
    }

    /** Notes that records or strings are about to be made. */
    final void expect(int count) {
        elements += count;
        if (count > MOST_ELEMENTS || elements > MOST_ELEMENTS) {
            throw new MessageFormatException("the message holds more than " + MOST_ELEMENTS + " records and strings");
        }
    }

    /** The bytes of {@code count} numbers as a buffer in the right order. */
    final ByteBuffer block(int count, int width) {
        if (count > 0) {
            align(width);
        }
        int length = (int) Math.min((long) count * width, Integer.MAX_VALUE);
        ByteBuffer block = need(length).slice().order(buffer.order()).limit(length);
        buffer.position(buffer.position() + length);
        return block;
    }

    final Bytes bytes(int count) {
        int start = need(count).position();
        buffer.position(start + count);
        return data.slice(start, start + count);
    }

    final String text(int length) {
        ByteBuffer bytes = block(length, 1);
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return text.toString();
        } catch (CharacterCodingException e) {
            throw new MessageFormatException("a string is not UTF-8", e);
        }
    }

    final int position() {
        return buffer.position();
    }

    final int left() {
        return buffer.remaining();
    }

    final void skip(int count) {
        need(count).position(buffer.position() + count);
    }

    private ByteBuffer need(int count) {
        if (count > buffer.remaining()) {
            throw new MessageFormatException("the message ends " + (count - buffer.remaining()) + " bytes too early");
        }
        return buffer;
    }
}
