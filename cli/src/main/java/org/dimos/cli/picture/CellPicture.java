package org.dimos.cli.picture;

import java.util.ArrayList;
import java.util.List;

/** A frame as lines of characters, two pixels one above the other in each cell, which is twice as high as wide. */
final class CellPicture {
    private static final String RESET = "\u001b[0m";
    private static final String SHADES = " .:-=+*#%@";
    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

    private CellPicture() {}

    static List<String> of(Frame frame, int columns, int rows, GraphicsMode mode) {
        Raster raster = Raster.fit(frame, columns, rows * 2);
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < raster.height(); y += 2) {
            lines.add(mode == GraphicsMode.SHADES ? shades(raster, y) : blocks(raster, y, mode));
        }
        return lines;
    }

    private static String blocks(Raster raster, int y, GraphicsMode mode) {
        StringBuilder line = new StringBuilder();
        String before = "";
        for (int x = 0; x < raster.width(); x++) {
            String lower = y + 1 < raster.height() ? colour("48", raster.rgb(x, y + 1), mode) : "49";
            String colours = "\u001b[" + colour("38", raster.rgb(x, y), mode) + ";" + lower + "m";
            if (!colours.equals(before)) {
                line.append(colours);
                before = colours;
            }
            line.append('▀');
        }
        return line.append(RESET).toString();
    }

    private static String colour(String plane, int rgb, GraphicsMode mode) {
        return mode == GraphicsMode.COLOURS_256
                ? plane + ";5;" + nearest(rgb)
                : plane + ";2;" + (rgb >> 16 & 0xff) + ";" + (rgb >> 8 & 0xff) + ";" + (rgb & 0xff);
    }

    /** The nearest of the colours that 256-colour terminals have in common: a cube of 6 steps and 24 greys. */
    static int nearest(int rgb) {
        int red = step(rgb >> 16 & 0xff);
        int green = step(rgb >> 8 & 0xff);
        int blue = step(rgb & 0xff);
        int cube = 16 + 36 * red + 6 * green + blue;
        int grey = Math.max(0, Math.min(23, (luma(rgb) - 3) / 10));
        int greyValue = 8 + 10 * grey;
        return distance(rgb, greyValue, greyValue, greyValue) < distance(rgb, CUBE[red], CUBE[green], CUBE[blue])
                ? 232 + grey
                : cube;
    }

    private static int step(int value) {
        int best = 0;
        for (int i = 1; i < CUBE.length; i++) {
            best = Math.abs(CUBE[i] - value) < Math.abs(CUBE[best] - value) ? i : best;
        }
        return best;
    }

    private static int distance(int rgb, int red, int green, int blue) {
        int r = (rgb >> 16 & 0xff) - red;
        int g = (rgb >> 8 & 0xff) - green;
        int b = (rgb & 0xff) - blue;
        return r * r + g * g + b * b;
    }

    /** One character for both pixels of a cell, the brighter the denser. */
    private static String shades(Raster raster, int y) {
        StringBuilder line = new StringBuilder();
        for (int x = 0; x < raster.width(); x++) {
            int upper = luma(raster.rgb(x, y));
            int lower = y + 1 < raster.height() ? luma(raster.rgb(x, y + 1)) : upper;
            line.append(SHADES.charAt((upper + lower) / 2 * SHADES.length() / 256));
        }
        return line.toString();
    }

    private static int luma(int rgb) {
        return (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff)) / 1000;
    }
}
