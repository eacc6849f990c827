package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.MessageFormatException;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/**
 * A picture, row by row: {@code step} bytes per row, pixels as {@code encoding} says ({@code rgb8}, {@code mono8},
 * {@code 16UC1}, {@code jpeg}, …).
 */
@LcmType("sensor_msgs.Image")
public record Image(Header header, int height, int width, String encoding, byte isBigendian, int step, Bytes data)
        implements Stamped {

    public Image {
        requireNonNull(header, "header is null");
        requireNonNull(encoding, "encoding is null");
        requireNonNull(data, "data is null");
    }

    /**
     * A picture without padding between its rows.
     *
     * @throws IllegalArgumentException if the number of bytes is not what size and encoding ask for
     */
    public static Image of(Header header, int width, int height, String encoding, Bytes data) {
        int step = PixelFormat.bytesPerPixel(encoding)
                .orElseThrow(
                        () -> new IllegalArgumentException("encoding '" + encoding + "' has no fixed size of a pixel"));
        Image image = new Image(header, height, width, encoding, (byte) 0, Math.multiplyExact(step, width), data);
        if (width < 0 || height < 0 || data.length() != (long) image.step * height) {
            throw new IllegalArgumentException("a " + width + "x" + height + " picture in " + encoding + " has "
                    + (long) image.step * height + " bytes, not " + data.length());
        }
        return image;
    }

    /** The bytes of one pixel; empty if the encoding is compressed or unknown. */
    public OptionalInt bytesPerPixel() {
        return PixelFormat.bytesPerPixel(encoding);
    }

    /**
     * This picture, if its rows are as long as its pixels need and its data hold all of them: call it before reading
     * pixels of a picture that came from elsewhere. Compressed and unknown encodings pass.
     *
     * @throws MessageFormatException if they do not
     */
    public Image requireAllPixels() {
        int pixel = bytesPerPixel().orElse(0);
        boolean fits =
                width >= 0 && height >= 0 && step >= (long) width * pixel && data.length() >= (long) step * height;
        if (pixel > 0 && !fits) {
            throw new MessageFormatException("a " + width + "x" + height + " picture in " + encoding + " with rows of "
                    + step + " bytes does not fit its " + data.length() + " bytes of data");
        }
        return this;
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
