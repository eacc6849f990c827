package org.dimos.robots.sim;

import org.dimos.core.array.Bytes;

/** A colour picture (rgb8) and the depths of the same pixels (16UC1, little-endian millimetres), row by row. */
final class Picture {
    private final byte[] color;
    private final byte[] depth;

    Picture(int pixels) {
        color = new byte[3 * pixels];
        depth = new byte[2 * pixels];
    }

    /**
     * Colours a pixel.
     *
     * @param rgb the colour of the surface, 0xRRGGBB
     * @param light how much of it is seen, 0 to 1
     * @param darker what noise takes away
     */
    void setColor(int pixel, int rgb, double light, int darker) {
        color[3 * pixel] = shaded(rgb >> 16 & 255, light, darker);
        color[3 * pixel + 1] = shaded(rgb >> 8 & 255, light, darker);
        color[3 * pixel + 2] = shaded(rgb & 255, light, darker);
    }

    private static byte shaded(int channel, double light, int darker) {
        return (byte) Math.max(0, Math.min(255, (int) (channel * light) - darker));
    }

    /** Sets how far a pixel's surface is along the optical axis; 0 means unknown. */
    void setDepth(int pixel, int millimetres) {
        depth[2 * pixel] = (byte) millimetres;
        depth[2 * pixel + 1] = (byte) (millimetres >> 8);
    }

    /** The colours; the picture must not be drawn on any more. */
    Bytes color() {
        return Bytes.wrap(color);
    }

    /** The depths; the picture must not be drawn on any more. */
    Bytes depth() {
        return Bytes.wrap(depth);
    }
}
