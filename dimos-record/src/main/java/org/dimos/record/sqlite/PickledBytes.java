package org.dimos.record.sqlite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.dimos.core.array.Bytes;

/**
 * A Python pickle of one bytes object: {@code 80 03 42 <u32 length, little-endian> <data> 2E}. It is the only pickle
 * that is ever read, and it is recognised, not executed.
 */
final class PickledBytes {
    private static final int HEAD = 7;
    private static final byte STOP = '.';

    private PickledBytes() {}

    static Bytes wrap(Bytes data) {
        byte[] pickle = new byte[HEAD + data.length() + 1];
        ByteBuffer.wrap(pickle)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x80)
                .put((byte) 3)
                .put((byte) 'B')
                .putInt(data.length());
        data.copyTo(pickle, HEAD);
        pickle[pickle.length - 1] = STOP;
        return Bytes.wrap(pickle);
    }

    /** The data, or nothing if this is any other pickle. */
    static Optional<Bytes> unwrap(Bytes pickle) {
        int length = pickle.length() - HEAD - 1;
        boolean ours = length >= 0
                && pickle.getUnsigned(0) == 0x80
                && pickle.get(1) == 3
                && pickle.get(2) == 'B'
                && pickle.asBuffer(ByteOrder.LITTLE_ENDIAN).getInt(3) == length
                && pickle.get(pickle.length() - 1) == STOP;
        return ours ? Optional.of(pickle.slice(HEAD, HEAD + length)) : Optional.empty();
    }
}
