package org.dimos.record.sqlite;

import java.nio.charset.StandardCharsets;
import org.dimos.core.array.Bytes;

/**
 * The tags of a message that has no other than its reception time, in the bytes that SQLite's {@code jsonb()} makes of
 * {@code {"reception_ts": 1700000000.002}}: SQLite need not parse the same text for every row. The format is described
 * at https://sqlite.org/jsonb.html.
 */
final class ReceptionTag {
    private static final int FLOAT = 0x05;
    private static final int TEXT = 0x07;
    private static final int OBJECT = 0x0c;
    private static final int MAX_SHORT_SIZE = 11;
    private static final int SIZE_IN_ONE_BYTE = 0xc0;

    private static final byte[] LABEL = label();

    private ReceptionTag() {}

    private static byte[] label() {
        byte[] name = Row.RECEPTION_TAG.getBytes(StandardCharsets.UTF_8);
        byte[] label = new byte[2 + name.length];
        label[0] = (byte) (SIZE_IN_ONE_BYTE | TEXT);
        label[1] = (byte) name.length;
        System.arraycopy(name, 0, label, 2, name.length);
        return label;
    }

    /** The tags of a message that came in at that time. */
    static Bytes of(long receptionNanos) {
        String number = RowEncoder.seconds(receptionNanos);
        int numberHead = number.length() > MAX_SHORT_SIZE ? 2 : 1;
        int size = LABEL.length + numberHead + number.length();
        byte[] data = new byte[2 + size];
        data[0] = (byte) (SIZE_IN_ONE_BYTE | OBJECT);
        data[1] = (byte) size;
        System.arraycopy(LABEL, 0, data, 2, LABEL.length);
        int at = 2 + LABEL.length;
        if (numberHead == 1) {
            data[at++] = (byte) (number.length() << 4 | FLOAT);
        } else {
            data[at++] = (byte) (SIZE_IN_ONE_BYTE | FLOAT);
            data[at++] = (byte) number.length();
        }
        for (int i = 0; i < number.length(); i++) {
            data[at++] = (byte) number.charAt(i);
        }
        return Bytes.wrap(data);
    }
}
