package org.dimos.msgs.std;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Longs;
import org.dimos.core.message.LcmType;

/** A multi-dimensional array of signed 64-bit integers. */
@LcmType("std_msgs.Int64MultiArray")
public record Int64MultiArray(MultiArrayLayout layout, Longs data) {

    public Int64MultiArray {
        requireNonNull(layout, "layout is null");
        requireNonNull(data, "data is null");
    }
}
