package org.dimos.msgs.std;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Bytes;
import org.dimos.core.message.LcmField;
import org.dimos.core.message.LcmType;

/** A multi-dimensional array of signed 8-bit integers. */
@LcmType("std_msgs.ByteMultiArray")
public record ByteMultiArray(
        MultiArrayLayout layout, @LcmField(type = "int8_t") Bytes data) {

    public ByteMultiArray {
        requireNonNull(layout, "layout is null");
        requireNonNull(data, "data is null");
    }
}
