package org.dimos.core.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** An immutable range of bytes. Slices share their storage. */
public final class Bytes {
    private static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private final byte[] array;
    private final int offset;
    private final int length;

    private Bytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    public static Bytes empty() {
        return EMPTY;
    }

    /** A copy of the given bytes. */
    public static Bytes copyOf(byte... bytes) {
        return wrap(bytes.clone());
    }

    /** The given array itself, not a copy: the caller must not change it any more. */
    public static Bytes wrap(byte[] bytes) {
        return new Bytes(bytes, 0, bytes.length);
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public byte get(int index) {
        return array[offset + Objects.checkIndex(index, length)];
    }

    /** The byte at an index as a number from 0 to 255. */
    public int getUnsigned(int index) {
        return Byte.toUnsignedInt(get(index));
    }

    /** The bytes from one index up to another, without copying. */
    public Bytes slice(int from, int to) {
        Objects.checkFromToIndex(from, to, length);
        return new Bytes(array, offset + from, to - from);
    }

    /** A read-only big-endian view. */
    public ByteBuffer asBuffer() {
        return ByteBuffer.wrap(array, offset, length).slice().asReadOnlyBuffer();
    }

    /** A read-only view in the given order. */
    public ByteBuffer asBuffer(ByteOrder order) {
        return asBuffer().order(order);
    }

    /** The bytes as an array that must not be changed: the storage itself where it holds nothing else, else a copy. */
    public byte[] array() {
        return length == array.length ? array : toArray();
    }

    /** A copy. */
    public byte[] toArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /** Copies all bytes into an array. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(array, offset, target, at, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that
                && Arrays.equals(array, offset, offset + length, that.array, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        return asBuffer().hashCode();
    }

    /** The length and the first bytes in hexadecimal. */
    @Override
    public String toString() {
        String start = HexFormat.of().formatHex(array, offset, offset + Math.min(length, 16));
        return length + " bytes [" + start + (length > 16 ? "…]" : "]");
    }
}
