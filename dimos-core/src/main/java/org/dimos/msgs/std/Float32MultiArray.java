package org.dimos.msgs.std;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Floats;
import org.dimos.core.message.LcmType;

/** A multi-dimensional array of 32-bit floating point numbers. */
@LcmType("std_msgs.Float32MultiArray")
public record Float32MultiArray(MultiArrayLayout layout, Floats data) {

    public Float32MultiArray {
        requireNonNull(layout, "layout is null");
        requireNonNull(data, "data is null");
    }
}
