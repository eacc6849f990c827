package org.dimos.msgs.std;

import org.dimos.core.message.LcmType;

/** An unsigned 8-bit integer in the bits of a {@code byte}; see {@link #unsigned}. */
@LcmType("std_msgs.UInt8")
public record UInt8Message(byte data) {

    /** The value as a number that is never negative. */
    public int unsigned() {
        return Byte.toUnsignedInt(data);
    }
}
