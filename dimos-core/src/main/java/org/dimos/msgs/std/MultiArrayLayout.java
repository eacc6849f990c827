package org.dimos.msgs.std;

import java.util.List;
import org.dimos.core.message.LcmType;

/** How a flat array is a multi-dimensional one: dimensions from the outermost to the innermost. */
@LcmType("std_msgs.MultiArrayLayout")
public record MultiArrayLayout(List<MultiArrayDimension> dim, int dataOffset) {

    public MultiArrayLayout {
        dim = List.copyOf(dim);
    }
}
