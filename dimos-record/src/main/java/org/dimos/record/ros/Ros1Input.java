package org.dimos.record.ros;

import java.nio.ByteOrder;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageFormatException;

/** ROS 1 serialisation: little-endian, no padding, strings without a terminator. */
final class Ros1Input extends WireInput {

    Ros1Input(Bytes data) {
        super(data, 0, ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    void align(int width) {}

    @Override
    String string() {
        return text(count(1));
    }

    @Override
    void finish() {
        if (left() > 0) {
            throw new MessageFormatException("the message has " + left() + " bytes more than its type");
        }
    }

    @Override
    void emptyStruct() {}
}
