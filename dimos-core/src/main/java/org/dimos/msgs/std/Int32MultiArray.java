package org.dimos.msgs.std;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Ints;
import org.dimos.core.message.LcmType;

/** A multi-dimensional array of signed 32-bit integers. */
@LcmType("std_msgs.Int32MultiArray")
public record Int32MultiArray(MultiArrayLayout layout, Ints data) {

    public Int32MultiArray {
        requireNonNull(layout, "layout is null");
        requireNonNull(data, "data is null");
    }
}
