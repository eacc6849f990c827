package org.dimos.record;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.dimos.core.array.Bytes;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.std.Header;

/** Images whose {@code encoding} is {@code jpeg} and whose data is a JPEG file, as recordings keep them. */
public final class JpegImages {
    /** The encoding of such an image. */
    public static final String ENCODING = "jpeg";

    /** A picture is in memory twice while it is decoded. */
    private static final long MAX_PIXELS =
            Math.min(100_000_000, Runtime.getRuntime().maxMemory() / 16);

    private static final Set<String> ENCODABLE = Set.of(ENCODING, "rgb8", "bgr8", "mono8");

    static {
        ImageIO.setUseCache(false);
    }

    private JpegImages() {}

    /**
     * The image as {@code rgb8}; one that is no JPEG as it is.
     *
     * @throws RecordingException if the data is no JPEG, or one of more than 100 million pixels, or of more than there is memory for
     */
    public static Image decode(Image image) {
        return image.encoding().equals(ENCODING) ? rgb(image, read(image.data())) : image;
    }

    /**
     * An image whose data is the given JPEG file, not decoded.
     *
     * @throws RecordingException if the data is no JPEG
     */
    public static Image ofFile(Header header, Bytes jpeg) {
        return read(
                jpeg,
                reader -> new Image(header, reader.getHeight(0), reader.getWidth(0), ENCODING, (byte) 0, 0, jpeg));
    }

    private static BufferedImage read(Bytes jpeg) {
        return read(jpeg, reader -> {
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MAX_PIXELS) {
                throw new RecordingException(
                        "JPEG picture has " + pixels + " pixels; at most " + MAX_PIXELS + " are read");
            }
            return reader.read(0);
        });
    }

    private static <T> T read(Bytes jpeg, Reading<T> reading) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg.toArray()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return reading.of(reader);
            } finally {
                reader.dispose();
            }
        } catch (RecordingException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoder throws what it likes at damaged data.
            throw new RecordingException("no valid JPEG picture: " + e.getMessage(), e);
        }
    }

    /** Takes something out of a picture file. */
    private interface Reading<T> {
        T of(ImageReader reader) throws IOException;
    }

    private static Image rgb(Image image, BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] data = new byte[width * height * 3];
        int[] row = new int[width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            readRow(picture, y, row);
            for (int pixel : row) {
                data[at++] = (byte) (pixel >> 16);
                data[at++] = (byte) (pixel >> 8);
                data[at++] = (byte) pixel;
            }
        }
        return new Image(image.header(), height, width, "rgb8", (byte) 0, width * 3, Bytes.wrap(data));
    }

    /** Java takes grey values for linear ones and would make them brighter, and slowly. */
    private static void readRow(BufferedImage picture, int y, int[] row) {
        if (picture.getRaster().getNumBands() > 1) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            return;
        }
        picture.getRaster().getSamples(0, y, row.length, 1, 0, row);
        for (int x = 0; x < row.length; x++) {
            row[x] *= 0x010101;
        }
    }

    /** Whether {@link #encode} takes a message: depth, for one, would be of no use with details lost. */
    static boolean canEncode(Object message) {
        return message instanceof Image image && ENCODABLE.contains(image.encoding());
    }

    /**
     * An {@code rgb8}, {@code bgr8} or {@code mono8} image as JPEG; one that is JPEG as it is.
     *
     * @throws RecordingException if the image has another encoding
     */
    public static Image encode(Image image) {
        if (image.encoding().equals(ENCODING)) {
            return image;
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture(image), "jpeg", jpeg);
        } catch (IOException e) {
            throw new RecordingException("JPEG compression failed: " + e.getMessage(), e);
        }
        return new Image(
                image.header(), image.height(), image.width(), ENCODING, (byte) 0, 0, Bytes.wrap(jpeg.toByteArray()));
    }

    private static BufferedImage picture(Image image) {
        int[] channels = switch (image.encoding()) {
            case "rgb8" -> new int[] {0, 1, 2};
            case "bgr8" -> new int[] {2, 1, 0};
            case "mono8" -> new int[] {0, 0, 0};
            default ->
                throw new RecordingException(
                        "an image in " + image.encoding() + " cannot be stored as JPEG; rgb8, bgr8 and mono8 can");
        };
        int bytesPerPixel = image.encoding().equals("mono8") ? 1 : 3;
        checkSize(image, bytesPerPixel);
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int at = y * image.step() + x * bytesPerPixel;
                int red = image.data().getUnsigned(at + channels[0]);
                int green = image.data().getUnsigned(at + channels[1]);
                int blue = image.data().getUnsigned(at + channels[2]);
                picture.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return picture;
    }

    private static void checkSize(Image image, int bytesPerPixel) {
        long row = (long) image.width() * bytesPerPixel;
        boolean fits = image.width() > 0
                && image.height() > 0
                && image.step() >= row
                && (long) image.step() * (image.height() - 1) + row
                        <= image.data().length();
        if (!fits) {
            throw new RecordingException("an image of " + image.width() + "x" + image.height() + " with step "
                    + image.step() + " has only " + image.data().length() + " bytes");
        }
    }
}
