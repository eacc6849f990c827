package org.dimos.record.mcap;

/** The kinds of records, by their first byte, and the eight bytes at both ends of a file. */
public final class Opcode {
    public static final int HEADER = 0x01;
    public static final int FOOTER = 0x02;
    public static final int SCHEMA = 0x03;
    public static final int CHANNEL = 0x04;
    public static final int MESSAGE = 0x05;
    public static final int CHUNK = 0x06;
    public static final int MESSAGE_INDEX = 0x07;
    public static final int CHUNK_INDEX = 0x08;
    public static final int STATISTICS = 0x0B;
    public static final int METADATA = 0x0C;
    public static final int METADATA_INDEX = 0x0D;
    public static final int SUMMARY_OFFSET = 0x0E;
    public static final int DATA_END = 0x0F;

    /** The bytes of a record before its content: opcode and length. */
    public static final int PREFIX = 1 + Long.BYTES;

    /** The bytes of a footer's content: two offsets and a checksum. */
    public static final int FOOTER_LENGTH = 2 * Long.BYTES + Integer.BYTES;

    private static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};

    private Opcode() {}

    /** What a file begins and ends with. */
    public static byte[] magic() {
        return MAGIC.clone();
    }
}
