package org.dimos.record.ros;

import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageFormatException;

/** Turns the messages of one topic into message records. */
public final class RosDecoder {
    private final Serialisation serialisation;
    private final MessageCodec<?> codec;
    private final RecordDecoder decoder;

    RosDecoder(Serialisation serialisation, MessageCodec<?> codec, RecordDecoder decoder) {
        this.serialisation = serialisation;
        this.codec = codec;
        this.decoder = decoder;
    }

    /** The codec of the records that {@link #decode} gives. */
    public MessageCodec<?> codec() {
        return codec;
    }

    /**
     * The message that bytes hold.
     *
     * @throws MessageFormatException if the bytes are not exactly one message
     */
    public Object decode(Bytes message) {
        return decode(message, 0);
    }

    /**
     * The same where the sequence number, which ROS 2 has not in its headers, is known from elsewhere.
     *
     * @param sequence the number of the first header in the message
     */
    public Object decode(Bytes message, int sequence) {
        WireInput in = serialisation.open(message);
        in.sequence(sequence);
        Object decoded = decoder.read(in);
        in.finish();
        return decoded;
    }
}
