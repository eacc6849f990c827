package org.dimos.msgs.std;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Doubles;
import org.dimos.core.message.LcmType;

/** A multi-dimensional array of 64-bit floating point numbers. */
@LcmType("std_msgs.Float64MultiArray")
public record Float64MultiArray(MultiArrayLayout layout, Doubles data) {

    public Float64MultiArray {
        requireNonNull(layout, "layout is null");
        requireNonNull(data, "data is null");
    }
}
