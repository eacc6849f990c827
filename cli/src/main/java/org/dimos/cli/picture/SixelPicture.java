package org.dimos.cli.picture;

import java.util.BitSet;

/** A frame as sixel graphics: bands of six rows, one colour after the other. */
final class SixelPicture {
    private static final int REDS = 6;
    private static final int GREENS = 7;
    private static final int BLUES = 6;
    private static final int[] BAYER = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};

    private final Raster raster;
    private final StringBuilder out = new StringBuilder();

    private SixelPicture(Raster raster) {
        this.raster = raster;
    }

    static String of(Raster raster) {
        return new SixelPicture(raster).encode();
    }

    private String encode() {
        out.append("\u001bP0;1q\"1;1;").append(raster.width()).append(';').append(raster.height());
        int[][] colours = colours();
        for (int colour = 0; colour < REDS * GREENS * BLUES; colour++) {
            out.append('#').append(colour).append(";2;");
            out.append(percent(colour / (GREENS * BLUES), REDS)).append(';');
            out.append(percent(colour / BLUES % GREENS, GREENS)).append(';');
            out.append(percent(colour % BLUES, BLUES));
        }
        for (int top = 0; top < raster.height(); top += 6) {
            band(colours, top);
        }
        return out.append("\u001b\\").toString();
    }

    private static int percent(int step, int steps) {
        return Math.round(step * 100f / (steps - 1));
    }

    private int[][] colours() {
        int[][] colours = new int[raster.height()][raster.width()];
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                int rgb = raster.rgb(x, y);
                int threshold = BAYER[y % 4 * 4 + x % 4];
                int red = dithered(rgb >> 16 & 0xff, REDS, threshold);
                int green = dithered(rgb >> 8 & 0xff, GREENS, threshold);
                colours[y][x] = (red * GREENS + green) * BLUES + dithered(rgb & 0xff, BLUES, threshold);
            }
        }
        return colours;
    }

    /** One of two neighbouring steps, by the place, so that an area has the right colour on average. */
    private static int dithered(int value, int steps, int threshold) {
        return Math.min(steps - 1, (value * (steps - 1) * 32 + (2 * threshold + 1) * 255) / (255 * 32));
    }

    private void band(int[][] colours, int top) {
        int bottom = Math.min(raster.height(), top + 6);
        BitSet used = new BitSet();
        for (int y = top; y < bottom; y++) {
            for (int colour : colours[y]) {
                used.set(colour);
            }
        }
        for (int colour = used.nextSetBit(0); colour >= 0; colour = used.nextSetBit(colour + 1)) {
            out.append('#').append(colour);
            row(colours, top, bottom, colour);
            out.append('$');
        }
        out.append('-');
    }

    private void row(int[][] colours, int top, int bottom, int colour) {
        int run = 0;
        int last = 0;
        for (int x = 0; x < raster.width(); x++) {
            int bits = 0;
            for (int y = top; y < bottom; y++) {
                bits |= colours[y][x] == colour ? 1 << (y - top) : 0;
            }
            if (bits != last) {
                repeat(last, run);
                run = 0;
                last = bits;
            }
            run++;
        }
        repeat(last, run);
    }

    private void repeat(int bits, int count) {
        char sixel = (char) ('?' + bits);
        if (count > 3) {
            out.append('!').append(count).append(sixel);
        } else {
            out.append(String.valueOf(sixel).repeat(count));
        }
    }
}
