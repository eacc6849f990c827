package org.dimos.msgs.std;

import org.dimos.core.message.LcmType;

/** An unsigned 32-bit integer in the bits of an {@code int}; see {@link #unsigned}. */
@LcmType("std_msgs.UInt32")
public record UInt32Message(int data) {

    /** The value as a number that is never negative. */
    public long unsigned() {
        return Integer.toUnsignedLong(data);
    }
}
