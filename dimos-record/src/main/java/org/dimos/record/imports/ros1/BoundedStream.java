package org.dimos.record.imports.ros1;

import java.io.IOException;
import java.io.InputStream;

/** At most so many bytes of another stream. Closing it leaves the other one open. */
final class BoundedStream extends InputStream {
    private final InputStream in;
    private long left;

    BoundedStream(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    long left() {
        return left;
    }

    @Override
    public int read() throws IOException {
        int value = left > 0 ? in.read() : -1;
        if (value >= 0) {
            left--;
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = in.read(target, offset, (int) Math.min(length, left));
        left -= Math.max(count, 0);
        return count;
    }
}
