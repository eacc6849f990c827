package org.dimos.record.ros;

import java.nio.ByteOrder;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageFormatException;

/**
 * Plain CDR, version 1, as ROS 2 writes it: four bytes that name the byte order, then values aligned to their own width, counted from
 * after these four bytes. Layout: OMG DDS-XTypes 1.3, section 7.4.1.
 */
final class CdrInput extends WireInput {
    private static final int ENCAPSULATION = 4;

    /** Writers may pad the end of a message to a multiple of this. */
    private static final int PADDING = 4;

    CdrInput(Bytes data) {
        super(data, ENCAPSULATION, order(data));
    }

    private static ByteOrder order(Bytes data) {
        if (data.length() < ENCAPSULATION) {
            throw new MessageFormatException("the message is shorter than its encapsulation header");
        }
        int kind = data.getUnsigned(0) << 8 | data.getUnsigned(1);
        return switch (kind) {
            case 0 -> ByteOrder.BIG_ENDIAN;
            case 1 -> ByteOrder.LITTLE_ENDIAN;
            default ->
                throw new MessageFormatException("the message is of the CDR kind " + kind + "; plain CDR is 0 or 1");
        };
    }

    @Override
    void align(int width) {
        int over = (position() - ENCAPSULATION) % width;
        if (over > 0) {
            skip(width - over);
        }
    }

    /** The length counts a terminating zero. */
    @Override
    String string() {
        int length = count(1);
        if (length == 0) {
            return "";
        }
        String text = text(length - 1);
        if (int8() != 0) {
            throw new MessageFormatException("a string has no terminating zero");
        }
        return text;
    }

    @Override
    void finish() {
        boolean zeros = left() < PADDING;
        while (zeros && left() > 0) {
            zeros = int8() == 0;
        }
        if (!zeros) {
            throw new MessageFormatException("the message has " + left() + " bytes more than its type");
        }
    }

    /** IDL knows no empty struct: ROS 2 puts one byte there. */
    @Override
    void emptyStruct() {
        int8();
    }
}
