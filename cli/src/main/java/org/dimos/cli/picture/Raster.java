package org.dimos.cli.picture;

/** A frame brought to the number of pixels that are drawn, its proportions kept. */
final class Raster {
    private static final int SAMPLES = 4;
    private static final int MOST_PIXELS = 4_000_000;

    private final int width;
    private final int height;
    private final int[] pixels;

    private Raster(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** As large as fits into a box of square pixels. */
    static Raster fit(Frame frame, int boxWidth, int boxHeight) {
        if (boxWidth < 1 || boxHeight < 1 || (long) boxWidth * boxHeight > MOST_PIXELS) {
            throw new PictureException("a picture cannot be drawn into " + boxWidth + "x" + boxHeight + " pixels");
        }
        double scale = Math.min(boxWidth / (double) frame.width(), boxHeight / (double) frame.height());
        int width = Math.max(1, Math.min(boxWidth, (int) Math.round(frame.width() * scale)));
        int height = Math.max(1, Math.min(boxHeight, (int) Math.round(frame.height() * scale)));
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = mean(frame, x, y, width, height);
            }
        }
        return new Raster(width, height, pixels);
    }

    /** The colour of what lies under a pixel, on average of a few places in it. */
    private static int mean(Frame frame, int x, int y, int width, int height) {
        long left = (long) x * frame.width() / width;
        long right = Math.max(left + 1, (x + 1L) * frame.width() / width);
        long top = (long) y * frame.height() / height;
        long bottom = Math.max(top + 1, (y + 1L) * frame.height() / height);
        int across = (int) Math.min(SAMPLES, right - left);
        int down = (int) Math.min(SAMPLES, bottom - top);
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int i = 0; i < down; i++) {
            for (int j = 0; j < across; j++) {
                int rgb = frame.rgb((int) (left + (right - left) * (2L * j + 1) / (2L * across)), (int)
                        (top + (bottom - top) * (2L * i + 1) / (2L * down)));
                red += rgb >> 16 & 0xff;
                green += rgb >> 8 & 0xff;
                blue += rgb & 0xff;
            }
        }
        int count = across * down;
        return (red / count) << 16 | (green / count) << 8 | (blue / count);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int rgb(int x, int y) {
        return pixels[y * width + x];
    }
}
