package org.dimos.msgs.std;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Shorts;
import org.dimos.core.message.LcmType;

/** A multi-dimensional array of unsigned 16-bit integers. */
@LcmType("std_msgs.UInt16MultiArray")
public record UInt16MultiArray(MultiArrayLayout layout, Shorts data) {

    public UInt16MultiArray {
        requireNonNull(layout, "layout is null");
        requireNonNull(data, "data is null");
    }
}
