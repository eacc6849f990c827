package org.dimos.msgs.std;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Bytes;
import org.dimos.core.message.LcmType;

/** A multi-dimensional array of unsigned 8-bit integers. */
@LcmType("std_msgs.UInt8MultiArray")
public record UInt8MultiArray(MultiArrayLayout layout, Bytes data) {

    public UInt8MultiArray {
        requireNonNull(layout, "layout is null");
        requireNonNull(data, "data is null");
    }
}
