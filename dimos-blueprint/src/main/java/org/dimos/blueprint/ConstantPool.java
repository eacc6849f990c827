package org.dimos.blueprint;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a class refers to, as its file says: see chapter 4.4 of the Java Virtual Machine Specification.
 *
 * @param classes the internal names of classes: {@code java/lang/Thread}
 * @param calls the methods it calls
 */
record ConstantPool(List<String> classes, List<Call> calls) {

    /** A method that is called: its class, its name and its descriptor. */
    record Call(String owner, String name, String descriptor) {}

    /** Reads the file of a class; empty where it is not to be had. */
    static Optional<ConstantPool> of(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream bytes = type.getResourceAsStream(file)) {
            return bytes == null ? Optional.empty() : Optional.of(new Reader(new DataInputStream(bytes)).read());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static final class Reader {
        private static final int BEFORE_COUNT = 8;

        private final DataInputStream in;
        private final @Nullable Object[] entries;
        private final int[][] pairs;

        Reader(DataInputStream in) throws IOException {
            this.in = in;
            in.readFully(new byte[BEFORE_COUNT]);
            int count = in.readUnsignedShort();
            entries = new Object[count];
            pairs = new int[count][];
        }

        ConstantPool read() throws IOException {
            List<Integer> classes = new ArrayList<>();
            List<Integer> methods = new ArrayList<>();
            for (int i = 1; i < entries.length; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> entries[i] = in.readUTF();
                    case 3, 4 -> in.readInt();
                    case 5, 6 -> {
                        in.readLong();
                        i++;
                    }
                    case 7 -> {
                        pairs[i] = new int[] {in.readUnsignedShort()};
                        classes.add(i);
                    }
                    case 8, 16, 19, 20 -> in.readUnsignedShort();
                    case 9, 12, 17, 18 -> pairs[i] = pair();
                    case 10, 11 -> {
                        pairs[i] = pair();
                        methods.add(i);
                    }
                    case 15 -> {
                        in.readUnsignedByte();
                        in.readUnsignedShort();
                    }
                    default -> throw new IOException("tag " + tag + " in a constant pool");
                }
            }
            return new ConstantPool(
                    classes.stream().map(this::className).toList(),
                    methods.stream().map(this::call).toList());
        }

        private int[] pair() throws IOException {
            return new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
        }

        private String text(int index) {
            return String.valueOf(entries[index]);
        }

        private String className(int index) {
            return text(pairs[index][0]);
        }

        private Call call(int index) {
            int[] nameAndType = pairs[pairs[index][1]];
            return new Call(className(pairs[index][0]), text(nameAndType[0]), text(nameAndType[1]));
        }
    }
}
