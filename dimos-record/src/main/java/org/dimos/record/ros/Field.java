package org.dimos.record.ros;

import java.util.Locale;

/**
 * A field of a struct.
 *
 * @param name as the definition has it
 */
public record Field(String name, FieldType type, Count count) {

    /** What is equal for the spellings of one name: {@code D} and {@code d}, {@code frame_id} and {@code frameId}. */
    static String key(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    String key() {
        return key(name);
    }

    int minSize() {
        return switch (count.kind()) {
            case SINGLE -> type.minSize();
            case VARIABLE -> Integer.BYTES;
            case FIXED -> (int) Math.min((long) type.minSize() * count.size(), StructType.MOST);
        };
    }
}
