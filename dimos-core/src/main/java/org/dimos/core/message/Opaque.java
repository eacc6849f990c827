package org.dimos.core.message;

import org.dimos.core.array.Bytes;

/**
 * A message of a type this program has no record for: its name and its bytes, which travel, are recorded and are
 * replayed as they are.
 *
 * @param typeName the name of the type, such as {@code foxglove_msgs.SceneUpdate}
 * @param encoded the bytes and how they are encoded
 */
public record Opaque(String typeName, Encoded encoded) {

    /** The bytes alone. */
    public Bytes data() {
        return encoded.data();
    }
}
