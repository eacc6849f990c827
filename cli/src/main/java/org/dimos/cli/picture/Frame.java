package org.dimos.cli.picture;

import java.nio.ByteBuffer;
import org.dimos.msgs.sensor.CompressedImage;
import org.dimos.msgs.sensor.Image;
import org.dimos.record.JpegImages;
import org.dimos.record.RecordingException;

/**
 * A picture of a camera that can be drawn. Pixels are looked at when they are needed, so a large one costs no more than
 * what is shown of it. Numbers of any range, as those of a depth camera, are spread from dark (near) to bright.
 */
public final class Frame {
    private static final int PROBES = 200;
    private static final int DARKEST = 24;
    private static final int WHITE = 255;

    private final Image image;
    private final PixelLayout layout;
    private final ByteBuffer data;
    private final double least;
    private final double most;

    private Frame(Image image, PixelLayout layout) {
        this.image = image;
        this.layout = layout;
        this.data = image.data().asBuffer(PixelLayout.order(image.isBigendian()));
        double[] range = layout.isPlain() ? new double[] {0, WHITE} : range();
        this.least = range[0];
        this.most = range[1];
    }

    /** Whether messages of a type are pictures. */
    public static boolean isPicture(Class<?> type) {
        return type == Image.class || type == CompressedImage.class;
    }

    /**
     * The picture in a message.
     *
     * @throws PictureException if there is none in it, or it is damaged
     */
    public static Frame of(Object message) {
        try {
            if (message instanceof CompressedImage compressed) {
                return of(jpeg(compressed));
            } else if (message instanceof Image image) {
                return of(image);
            }
        } catch (RecordingException e) {
            throw new PictureException(String.valueOf(e.getMessage()), e);
        }
        throw new PictureException(message.getClass().getSimpleName() + " is no picture");
    }

    private static Image jpeg(CompressedImage compressed) {
        if (compressed.data().length() < 2 || compressed.data().getUnsigned(0) != 0xff) {
            throw new PictureException(
                    "a picture in '" + shortened(compressed.format()) + "' cannot be drawn; JPEG can");
        }
        return JpegImages.ofFile(compressed.header(), compressed.data());
    }

    private static Frame of(Image image) {
        Image plain = JpegImages.decode(image);
        PixelLayout layout = PixelLayout.of(plain.encoding())
                .orElseThrow(() -> new PictureException("a picture in '" + shortened(plain.encoding())
                        + "' cannot be drawn: its pixels are not known"));
        long row = (long) plain.width() * layout.pixelBytes();
        boolean fits = plain.width() > 0
                && plain.height() > 0
                && plain.step() >= row
                && (long) plain.step() * (plain.height() - 1) + row
                        <= plain.data().length();
        if (!fits) {
            throw new PictureException("a " + plain.width() + "x" + plain.height() + " picture in " + plain.encoding()
                    + " with rows of " + plain.step() + " bytes does not fit its "
                    + plain.data().length() + " bytes of data");
        }
        return new Frame(plain, layout);
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** Looks at some pixels all over the picture. */
    private double[] range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int rows = Math.min(PROBES, height());
        int columns = Math.min(PROBES, width());
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int at = at((int) ((long) j * width() / columns), (int) ((long) i * height() / rows));
                for (int channel : new int[] {layout.red(), layout.green(), layout.blue()}) {
                    double number = layout.number(data, at + channel * layout.bytes());
                    if (isShown(number)) {
                        low = Math.min(low, number);
                        high = Math.max(high, number);
                    }
                }
            }
        }
        return new double[] {low, high};
    }

    private boolean isShown(double number) {
        return Double.isFinite(number) && !(layout.isDepth() && number == 0);
    }

    private int at(int x, int y) {
        return y * image.step() + x * layout.pixelBytes();
    }

    /** How many pixels it is wide. */
    public int width() {
        return image.width();
    }

    /** How many pixels it is high. */
    public int height() {
        return image.height();
    }

    /** The colour of a pixel, 0xRRGGBB. */
    public int rgb(int x, int y) {
        int at = at(x, y);
        return shade(at + layout.red() * layout.bytes()) << 16
                | shade(at + layout.green() * layout.bytes()) << 8
                | shade(at + layout.blue() * layout.bytes());
    }

    private int shade(int at) {
        double number = layout.number(data, at);
        if (layout.isPlain()) {
            return (int) number;
        } else if (!isShown(number)) {
            return 0;
        }
        double part = most > least ? Math.max(0, Math.min(1, (number - least) / (most - least))) : 1;
        return DARKEST + (int) Math.round(part * (WHITE - DARKEST));
    }
}
