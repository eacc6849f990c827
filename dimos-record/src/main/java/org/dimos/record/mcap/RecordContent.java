package org.dimos.record.mcap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dimos.core.array.Bytes;

/** The content of a record while it is read. No length is believed before it has been compared with what is left. */
public final class RecordContent {
    private final Bytes data;
    private final ByteBuffer buffer;

    public RecordContent(Bytes data) {
        this.data = data;
        this.buffer = data.asBuffer(ByteOrder.LITTLE_ENDIAN);
    }

    public int u8() throws McapException {
        return need(1).get() & 0xFF;
    }

    public int u16() throws McapException {
        return Short.toUnsignedInt(need(Short.BYTES).getShort());
    }

    public long u32() throws McapException {
        return Integer.toUnsignedLong(need(Integer.BYTES).getInt());
    }

    /** A 64-bit number; one beyond the range of {@code long} is negative. */
    public long u64() throws McapException {
        return need(Long.BYTES).getLong();
    }

    public String text() throws McapException {
        return new String(block().toArray(), StandardCharsets.UTF_8);
    }

    /** Bytes after a length of 32 bits. */
    public Bytes block() throws McapException {
        return bytes(u32());
    }

    public Bytes bytes(long count) throws McapException {
        if (count < 0 || count > left()) {
            throw new McapException(
                    "a record says that " + Long.toUnsignedString(count) + " bytes follow, and " + left() + " do");
        }
        int from = buffer.position();
        buffer.position(from + (int) count);
        return data.slice(from, from + (int) count);
    }

    public void skip(int count) throws McapException {
        ByteBuffer from = need(count);
        from.position(from.position() + count);
    }

    public Bytes rest() throws McapException {
        return bytes(left());
    }

    public Map<String, String> texts() throws McapException {
        RecordContent entries = new RecordContent(block());
        Map<String, String> texts = new HashMap<>();
        while (entries.left() > 0) {
            texts.put(entries.text(), entries.text());
        }
        return texts;
    }

    /** Numbers by channel. */
    public SortedMap<Integer, Long> counts() throws McapException {
        RecordContent entries = new RecordContent(block());
        SortedMap<Integer, Long> counts = new TreeMap<>();
        while (entries.left() > 0) {
            counts.put(entries.u16(), entries.u64());
        }
        return counts;
    }

    public int left() {
        return buffer.remaining();
    }

    private ByteBuffer need(int count) throws McapException {
        if (count > buffer.remaining()) {
            throw new McapException("a record ends " + (count - buffer.remaining()) + " bytes too early");
        }
        return buffer;
    }
}
