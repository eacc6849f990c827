package org.dimos.robots.sim;

/**
 * Something that stands in the office: an outline raised between two heights.
 *
 * @param bottom height of its lower face above the floor in metres
 * @param top height of its upper face
 * @param rgb its colour, 0xRRGGBB
 */
record Solid(Footprint footprint, double bottom, double top, int rgb, Finish finish) {

    /** How a surface is drawn. */
    enum Finish {
        PLAIN,
        WALL,
        WINDOWS,
        SHELF,
        CABINET
    }

    static Solid box(double minX, double minY, double maxX, double maxY, double top, int rgb, Finish finish) {
        return new Solid(new Footprint.Rectangle(minX, minY, maxX, maxY), 0, top, rgb, finish);
    }

    static Solid cylinder(double x, double y, double radius, double top, int rgb) {
        return new Solid(new Footprint.Disc(x, y, radius), 0, top, rgb, Finish.PLAIN);
    }
}
