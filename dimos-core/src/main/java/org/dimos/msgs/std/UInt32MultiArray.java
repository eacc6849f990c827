package org.dimos.msgs.std;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Ints;
import org.dimos.core.message.LcmType;

/** A multi-dimensional array of unsigned 32-bit integers. */
@LcmType("std_msgs.UInt32MultiArray")
public record UInt32MultiArray(MultiArrayLayout layout, Ints data) {

    public UInt32MultiArray {
        requireNonNull(layout, "layout is null");
        requireNonNull(data, "data is null");
    }
}
