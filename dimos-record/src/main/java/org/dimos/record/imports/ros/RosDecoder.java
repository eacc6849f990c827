package org.dimos.record.imports.ros;

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
        WireInput in = serialisation.open(message);
        Object decoded = decoder.read(in);
        in.finish();
        return decoded;
    }
}
