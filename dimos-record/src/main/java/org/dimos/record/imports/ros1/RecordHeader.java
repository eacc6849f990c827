package org.dimos.record.imports.ros1;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.dimos.record.RecordingException;

/** The header of a bag record: named values. */
final class RecordHeader {
    private final Map<String, byte[]> fields;
    private final String where;

    private RecordHeader(Map<String, byte[]> fields, String where) {
        this.fields = fields;
        this.where = where;
    }

    /** Reads fields of the form {@code u32 length, name, '=', value}. */
    static RecordHeader parse(byte[] bytes, String where) {
        Map<String, byte[]> fields = new HashMap<>();
        int at = 0;
        while (at < bytes.length) {
            int start = at + Integer.BYTES;
            int length = start <= bytes.length ? littleEndian(bytes, at) : -1;
            if (length < 0 || length > bytes.length - start) {
                throw new RecordingException("a header field in " + where + " is longer than its header");
            }
            put(fields, bytes, start, start + length, where);
            at = start + length;
        }
        return new RecordHeader(fields, where);
    }

    private static void put(Map<String, byte[]> fields, byte[] bytes, int from, int to, String where) {
        int equals = from;
        while (equals < to && bytes[equals] != '=') {
            equals++;
        }
        if (equals == to) {
            throw new RecordingException("a header field in " + where + " has no '='");
        }
        String name = new String(bytes, from, equals - from, StandardCharsets.UTF_8);
        fields.put(name, Arrays.copyOfRange(bytes, equals + 1, to));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    int op() {
        return value("op", 1)[0];
    }

    int integer(String name) {
        return littleEndian(value(name, Integer.BYTES), 0);
    }

    long longInteger(String name) {
        byte[] value = value(name, Long.BYTES);
        return Integer.toUnsignedLong(littleEndian(value, 0)) | (long) littleEndian(value, Integer.BYTES) << 32;
    }

    /** A time as two unsigned 32-bit numbers, in nanoseconds. */
    long nanos(String name) {
        byte[] value = value(name, Long.BYTES);
        long seconds = Integer.toUnsignedLong(littleEndian(value, 0));
        return seconds * 1_000_000_000L + Integer.toUnsignedLong(littleEndian(value, Integer.BYTES));
    }

    String text(String name) {
        return new String(value(name, -1), StandardCharsets.UTF_8);
    }

    private byte[] value(String name, int size) {
        byte[] value = fields.get(name);
        if (value == null) {
            throw new RecordingException("the header of a record in " + where + " has no '" + name + "'");
        }
        if (size >= 0 && value.length != size) {
            throw new RecordingException("'" + name + "' in the header of a record in " + where + " has " + value.length
                    + " bytes instead of " + size);
        }
        return value;
    }

    static int littleEndian(byte[] bytes, int at) {
        return (bytes[at] & 0xFF)
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }
}
