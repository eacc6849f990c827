package org.dimos.msgs.std;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Shorts;
import org.dimos.core.message.LcmType;

/** A multi-dimensional array of signed 16-bit integers. */
@LcmType("std_msgs.Int16MultiArray")
public record Int16MultiArray(MultiArrayLayout layout, Shorts data) {

    public Int16MultiArray {
        requireNonNull(layout, "layout is null");
        requireNonNull(data, "data is null");
    }
}
