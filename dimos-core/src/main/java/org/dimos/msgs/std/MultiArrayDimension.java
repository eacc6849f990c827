package org.dimos.msgs.std;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;

/** One dimension of a multi-dimensional array; {@code stride} counts elements. */
@LcmType("std_msgs.MultiArrayDimension")
public record MultiArrayDimension(String label, int size, int stride) {

    public MultiArrayDimension {
        requireNonNull(label, "label is null");
    }
}
