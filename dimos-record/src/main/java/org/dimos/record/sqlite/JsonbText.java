package org.dimos.record.sqlite;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordingException;

/**
 * Turns SQLite's JSONB, or JSON text in its place, into JSON text. The format is described at
 * https://sqlite.org/jsonb.html.
 */
final class JsonbText {
    private static final int MAX_DEPTH = 100;

    private final Bytes data;
    private final StringBuilder text = new StringBuilder();

    private JsonbText(Bytes data) {
        this.data = data;
    }

    /** The JSON text of a value of the column {@code tags}. */
    static String of(Bytes data) {
        if (data.isEmpty()) {
            return "{}";
        }
        if (data.getUnsigned(0) == '{') {
            return new String(data.toArray(), StandardCharsets.UTF_8);
        }
        JsonbText json = new JsonbText(data);
        if (json.element(0, 0) != data.length()) {
            throw malformed();
        }
        return json.text.toString();
    }

    private int element(int at, int depth) {
        int head = byteAt(at);
        int type = head & 0x0f;
        int shortSize = head >> 4;
        int sizeBytes = shortSize < 12 ? 0 : 1 << (shortSize - 12);
        long size = shortSize < 12 ? shortSize : number(at + 1, sizeBytes);
        int from = at + 1 + sizeBytes;
        if (size < 0 || size > data.length() - from || depth > MAX_DEPTH) {
            throw malformed();
        }
        int to = from + (int) size;
        append(type, from, to, depth);
        return to;
    }

    private void append(int type, int from, int to, int depth) {
        switch (type) {
            case 0 -> text.append("null");
            case 1 -> text.append("true");
            case 2 -> text.append("false");
            case 3, 4, 5, 6 -> text.append(string(from, to));
            case 7, 8 -> text.append('"').append(string(from, to)).append('"');
            case 9, 10 -> {
                text.append('"');
                JsonStringEncoder.getInstance().quoteAsString(string(from, to), text);
                text.append('"');
            }
            case 11 -> container(from, to, depth, "[]", false);
            case 12 -> container(from, to, depth, "{}", true);
            default -> throw malformed();
        }
    }

    private void container(int from, int to, int depth, String brackets, boolean labelled) {
        text.append(brackets.charAt(0));
        int at = from;
        for (int n = 0; at < to; n++) {
            if (n > 0) {
                text.append(labelled && n % 2 == 1 ? ':' : ',');
            }
            at = element(at, depth + 1);
        }
        if (at != to) {
            throw malformed();
        }
        text.append(brackets.charAt(1));
    }

    private String string(int from, int to) {
        return new String(data.slice(from, to).toArray(), StandardCharsets.UTF_8);
    }

    private long number(int at, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | byteAt(at + i);
        }
        return value;
    }

    private int byteAt(int at) {
        if (at >= data.length()) {
            throw malformed();
        }
        return data.getUnsigned(at);
    }

    private static RecordingException malformed() {
        return new RecordingException("tags are neither JSON nor SQLite's JSONB");
    }
}
