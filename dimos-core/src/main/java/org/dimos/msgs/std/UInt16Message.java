package org.dimos.msgs.std;

import org.dimos.core.message.LcmType;

/** An unsigned 16-bit integer in the bits of a {@code short}; see {@link #unsigned}. */
@LcmType("std_msgs.UInt16")
public record UInt16Message(short data) {

    /** The value as a number that is never negative. */
    public int unsigned() {
        return Short.toUnsignedInt(data);
    }
}
