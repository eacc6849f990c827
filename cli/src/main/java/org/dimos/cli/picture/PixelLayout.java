package org.dimos.cli.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the numbers of a pixel are.
 *
 * @param kind U for unsigned, S for signed, F for floating point
 * @param bytes the size of a number
 * @param channels how many numbers a pixel has
 * @param red which of them is red; the same as the others for grey
 * @param green which is green
 * @param blue which is blue
 */
record PixelLayout(char kind, int bytes, int channels, int red, int green, int blue) {
    private static final Pattern OPENCV = Pattern.compile("(8|16|32|64)([USF])C([1-9])");

    /** The layout of an encoding of {@code sensor_msgs.Image}; empty if it is not known. */
    static Optional<PixelLayout> of(String encoding) {
        return switch (encoding) {
            case "mono8" -> Optional.of(grey('U', 1, 1));
            case "mono16" -> Optional.of(grey('U', 2, 1));
            case "rgb8" -> Optional.of(new PixelLayout('U', 1, 3, 0, 1, 2));
            case "bgr8" -> Optional.of(new PixelLayout('U', 1, 3, 2, 1, 0));
            case "rgba8" -> Optional.of(new PixelLayout('U', 1, 4, 0, 1, 2));
            case "bgra8" -> Optional.of(new PixelLayout('U', 1, 4, 2, 1, 0));
            case "rgb16" -> Optional.of(new PixelLayout('U', 2, 3, 0, 1, 2));
            case "bgr16" -> Optional.of(new PixelLayout('U', 2, 3, 2, 1, 0));
            case "rgba16" -> Optional.of(new PixelLayout('U', 2, 4, 0, 1, 2));
            case "bgra16" -> Optional.of(new PixelLayout('U', 2, 4, 2, 1, 0));
            default -> openCv(encoding);
        };
    }

    /** OpenCV keeps three and four channels as blue, green, red. */
    private static Optional<PixelLayout> openCv(String encoding) {
        Matcher matcher = OPENCV.matcher(encoding);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        char kind = matcher.group(2).charAt(0);
        int bytes = Integer.parseInt(matcher.group(1)) / 8;
        int channels = Integer.parseInt(matcher.group(3));
        boolean known = kind != 'F' || bytes >= 4;
        if (!known) {
            return Optional.empty();
        }
        return Optional.of(
                channels == 3 || channels == 4
                        ? new PixelLayout(kind, bytes, channels, 2, 1, 0)
                        : grey(kind, bytes, channels));
    }

    private static PixelLayout grey(char kind, int bytes, int channels) {
        return new PixelLayout(kind, bytes, channels, 0, 0, 0);
    }

    int pixelBytes() {
        return bytes * channels;
    }

    /** Whether numbers are what is shown; others have any range, which is spread from black to white. */
    boolean isPlain() {
        return bytes == 1 && kind == 'U';
    }

    /** Whether a pixel is one number that may say how far away something is: then 0 says that nothing was seen. */
    boolean isDepth() {
        return red == blue && !isPlain();
    }

    /** The number at a place. */
    double number(ByteBuffer data, int at) {
        return switch (bytes) {
            case 1 -> kind == 'U' ? Byte.toUnsignedInt(data.get(at)) : data.get(at);
            case 2 -> kind == 'U' ? Short.toUnsignedInt(data.getShort(at)) : data.getShort(at);
            case 4 ->
                kind == 'F'
                        ? data.getFloat(at)
                        : kind == 'U' ? Integer.toUnsignedLong(data.getInt(at)) : data.getInt(at);
            default -> kind == 'F' ? data.getDouble(at) : data.getLong(at);
        };
    }

    static ByteOrder order(byte isBigendian) {
        return isBigendian == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }
}
