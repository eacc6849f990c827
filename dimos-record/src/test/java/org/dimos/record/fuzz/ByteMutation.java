package org.dimos.record.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Damages bytes: single bits, runs, numbers that may be lengths, missing and doubled pieces. */
final class ByteMutation {
    private static final long[] EXTREMES = {
        0,
        1,
        -1,
        2,
        127,
        128,
        255,
        256,
        0x7FFF,
        0x8000,
        0xFFFF,
        0x7FFF_FFFFL,
        0x8000_0000L,
        0xFFFF_FFFFL,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        0x1000_0000L,
        1 << 20
    };

    private final Random random;

    ByteMutation(Random random) {
        this.random = random;
    }

    byte[] of(byte[] input) {
        byte[] bytes = input.clone();
        int changes = 1 << random.nextInt(5);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes = change(bytes);
        }
        return bytes;
    }

    private byte[] change(byte[] bytes) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> flipBit(bytes);
            case 3, 4, 5 -> extreme(bytes);
            case 6 -> fill(bytes);
            case 7 -> remove(bytes);
            case 8 -> copyPiece(bytes);
            default -> random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : shift(bytes);
        };
    }

    /** Most of what steers a reader stands at the start of a file or near its end. */
    private int place(int length) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(Math.min(length, 200));
            case 1 -> length - 1 - random.nextInt(Math.min(length, 200));
            default -> random.nextInt(length);
        };
    }

    private byte[] flipBit(byte[] bytes) {
        bytes[place(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private byte[] extreme(byte[] bytes) {
        int width = 1 << random.nextInt(4);
        if (bytes.length < width) {
            return bytes;
        }
        int at = Math.min(place(bytes.length), bytes.length - width);
        long value = EXTREMES[random.nextInt(EXTREMES.length)] + random.nextInt(3) - 1;
        ByteBuffer number =
                ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
        boolean big = random.nextBoolean();
        for (int i = 0; i < width; i++) {
            bytes[at + i] = number.get(big ? width - 1 - i : i);
        }
        return bytes;
    }

    private byte[] fill(byte[] bytes) {
        int from = place(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(64));
        Arrays.fill(bytes, from, to, (byte) random.nextInt(256));
        return bytes;
    }

    private byte[] remove(byte[] bytes) {
        int from = place(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(64));
        byte[] rest = new byte[bytes.length - (to - from)];
        System.arraycopy(bytes, 0, rest, 0, from);
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }

    private byte[] copyPiece(byte[] bytes) {
        int length = 1 + random.nextInt(Math.min(bytes.length, 4096));
        int from = random.nextInt(bytes.length - length + 1);
        int to = random.nextInt(bytes.length - length + 1);
        System.arraycopy(bytes.clone(), from, bytes, to, length);
        return bytes;
    }

    private byte[] shift(byte[] bytes) {
        int at = place(bytes.length);
        byte[] longer = new byte[bytes.length + 1 + random.nextInt(16)];
        int more = longer.length - bytes.length;
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(bytes, at, longer, at + more, bytes.length - at);
        return longer;
    }
}
