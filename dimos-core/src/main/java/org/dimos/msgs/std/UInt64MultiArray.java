package org.dimos.msgs.std;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Longs;
import org.dimos.core.message.LcmType;

/** A multi-dimensional array of unsigned 64-bit integers. */
@LcmType("std_msgs.UInt64MultiArray")
public record UInt64MultiArray(MultiArrayLayout layout, Longs data) {

    public UInt64MultiArray {
        requireNonNull(layout, "layout is null");
        requireNonNull(data, "data is null");
    }
}
