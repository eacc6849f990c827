package org.dimos.core.message.lcm;

import java.nio.charset.StandardCharsets;

/** The running hash over a struct's members, as lcm-gen computes it. */
final class Fingerprint {
    private long value = 0x12345678;

    long value() {
        return value;
    }

    void addNumber(int number) {
        value = ((value << 8) ^ (value >> 55)) + (byte) number;
    }

    void addText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        addNumber(bytes.length);
        for (byte b : bytes) {
            addNumber(b);
        }
    }

    /** A member that is no array. Types of structs are not part of their users' hash, so theirs is empty. */
    void addMember(String name, String primitive) {
        addName(name, primitive);
        addNumber(0);
    }

    /** A member that is an array with one dimension: a number, or the name of the member that holds its length. */
    void addArray(String name, String primitive, int fixedSize) {
        addName(name, primitive);
        addNumber(1);
        addNumber(fixedSize > 0 ? 0 : 1);
        addText(fixedSize > 0 ? Integer.toString(fixedSize) : lengthName(name));
    }

    /** The int32 at the top of the struct that holds the length of a variable array. */
    void addLength(String arrayName) {
        addMember(lengthName(arrayName), "int32_t");
    }

    private void addName(String name, String primitive) {
        addText(name);
        if (!primitive.isEmpty()) {
            addText(primitive);
        }
    }

    private static String lengthName(String arrayName) {
        return arrayName + "_length";
    }
}
