package org.dimos.benchmarks.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** The messages of one row of W-STORE: random bytes of some lengths, in an order that is the same in each run. */
public final class Messages {
    private static final int SEED = 20260103;
    private static final int POOL_BYTES = 16 << 20;
    private static final int POOL_MESSAGES = 4096;
    private static final int MIB = 1 << 20;
    private static final int TEN_KIB = 10 << 10;

    private final String name;
    private final int[] lengths;
    private final byte[] order;
    private final byte[][][] pools;

    private Messages(String name, int[] lengths, byte[] order) {
        this.name = name;
        this.lengths = lengths;
        this.order = order;
        SplittableRandom random = new SplittableRandom(SEED);
        pools = new byte[lengths.length][][];
        for (int kind = 0; kind < lengths.length; kind++) {
            pools[kind] = new byte[Math.min(POOL_MESSAGES, Math.max(1, POOL_BYTES / lengths[kind]))][lengths[kind]];
            for (byte[] message : pools[kind]) {
                random.nextBytes(message);
            }
        }
    }

    /** The four rows, of that many bytes each. */
    public static List<Messages> rows(long bytes) {
        return List.of(
                new Messages("mixed", new int[] {MIB, TEN_KIB, 100}, mixed(bytes)),
                of("100 B", bytes, 100),
                of("10 KiB", bytes, TEN_KIB),
                of("1 MiB", bytes, MIB));
    }

    private static Messages of(String name, long bytes, int length) {
        return new Messages(name, new int[] {length}, new byte[Math.toIntExact(bytes / length)]);
    }

    /** 70, 20 and 10 % of the bytes in messages of the three lengths. */
    private static byte[] mixed(long bytes) {
        List<Byte> kinds = new ArrayList<>();
        kinds.addAll(Collections.nCopies((int) (bytes * 7 / 10 / MIB), (byte) 0));
        kinds.addAll(Collections.nCopies((int) (bytes * 2 / 10 / TEN_KIB), (byte) 1));
        kinds.addAll(Collections.nCopies((int) (bytes / 10 / 100), (byte) 2));
        Collections.shuffle(kinds, new Random(SEED));
        byte[] order = new byte[kinds.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = kinds.get(i);
        }
        return order;
    }

    public String name() {
        return name;
    }

    public int count() {
        return order.length;
    }

    public long bytes() {
        long sum = 0;
        for (byte kind : order) {
            sum += lengths[kind];
        }
        return sum;
    }

    /** The lengths that messages have: a stream each. */
    int[] lengths() {
        return lengths.clone();
    }

    /** Which of the lengths each message has. */
    byte[] order() {
        return order.clone();
    }

    int kind(int message) {
        return order[message];
    }

    /** The bytes of a message, not to be changed. */
    byte[] data(int message) {
        byte[][] pool = pools[order[message]];
        return pool[message % pool.length];
    }
}
