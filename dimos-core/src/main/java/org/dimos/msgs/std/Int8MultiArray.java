package org.dimos.msgs.std;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Bytes;
import org.dimos.core.message.LcmField;
import org.dimos.core.message.LcmType;

/** A multi-dimensional array of signed 8-bit integers. */
@LcmType("std_msgs.Int8MultiArray")
public record Int8MultiArray(
        MultiArrayLayout layout, @LcmField(type = "int8_t") Bytes data) {

    public Int8MultiArray {
        requireNonNull(layout, "layout is null");
        requireNonNull(data, "data is null");
    }
}
