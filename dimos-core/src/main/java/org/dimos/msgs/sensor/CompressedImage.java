package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Bytes;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** A picture as a compressed file; {@code format} is such as {@code jpeg} or {@code png}. */
@LcmType("sensor_msgs.CompressedImage")
public record CompressedImage(Header header, String format, Bytes data) implements Stamped {

    public CompressedImage {
        requireNonNull(header, "header is null");
        requireNonNull(format, "format is null");
        requireNonNull(data, "data is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
