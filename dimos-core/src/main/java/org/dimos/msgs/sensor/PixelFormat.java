package org.dimos.msgs.sensor;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large the pixels of an {@link Image} are, by the names of encodings that ROS and OpenCV use. */
final class PixelFormat {
    private static final Pattern OPENCV = Pattern.compile("(8|16|32|64)[USF]C([1-9])");

    private PixelFormat() {}

    static OptionalInt bytesPerPixel(String encoding) {
        return switch (encoding) {
            case "mono8" -> OptionalInt.of(1);
            case "mono16" -> OptionalInt.of(2);
            case "rgb8", "bgr8" -> OptionalInt.of(3);
            case "rgba8", "bgra8" -> OptionalInt.of(4);
            case "rgb16", "bgr16" -> OptionalInt.of(6);
            case "rgba16", "bgra16" -> OptionalInt.of(8);
            default -> openCv(encoding);
        };
    }

    private static OptionalInt openCv(String encoding) {
        Matcher matcher = OPENCV.matcher(encoding);
        return matcher.matches()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)) / 8 * Integer.parseInt(matcher.group(2)))
                : OptionalInt.empty();
    }
}
