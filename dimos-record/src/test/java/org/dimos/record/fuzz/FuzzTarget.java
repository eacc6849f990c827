package org.dimos.record.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Something that reads what others have written.
 *
 * @param name what reports call it
 * @param seeds valid inputs
 * @param mutation damages an input
 * @param reading takes an input in; ends, or throws an exception that says that the input is damaged
 */
record FuzzTarget(String name, List<byte[]> seeds, Mutation mutation, Reading reading) {

    FuzzTarget {
        seeds = List.copyOf(seeds);
    }

    /** A target whose inputs are damaged byte by byte. */
    static FuzzTarget ofBytes(String name, List<byte[]> seeds, Reading reading) {
        return new FuzzTarget(name, seeds, (input, random, folder) -> new ByteMutation(random).of(input), reading);
    }

    /** Damages an input. */
    interface Mutation {
        byte[] of(byte[] input, Random random, Path folder) throws Exception;
    }

    /** Takes an input in. */
    interface Reading {

        /**
         * Takes it in.
         *
         * @param folder an empty folder for files
         */
        void read(byte[] input, Path folder) throws Exception;
    }

    /** The input for a number, always the same one. */
    byte[] input(long number, Path folder) throws Exception {
        Random random = new Random(number);
        return mutation.of(seeds.get(random.nextInt(seeds.size())), random, folder);
    }
}
