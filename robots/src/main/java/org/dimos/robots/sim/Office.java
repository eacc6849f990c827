package org.dimos.robots.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dimos.robots.geometry.Pose2;
import org.dimos.robots.sim.Solid.Finish;

/**
 * An office of 16 x 10 m: a corridor, six rooms, eight doors without thresholds, furniture along the walls and coloured
 * things whose places and colours follow from a seed.
 */
final class Office {
    static final double LENGTH = 16;
    static final double WIDTH = 10;
    private static final double CEILING = 2.6;
    private static final double HALF_WALL = 0.06;
    private static final double HALF_DOOR = 0.6;
    private static final double DOOR_TOP = 2.05;
    private static final int[] THING_COLORS = {0xd03030, 0x2858c8, 0x28a048, 0xe8c020, 0xe07818, 0x8838a8, 0x18a0a8};
    private static final int THINGS = 14;

    private final List<Solid> solids = new ArrayList<>();

    private Office() {}

    /** The office with the things of this seed. */
    static World of(long seed) {
        Office office = new Office();
        office.buildOuterWalls();
        office.buildInnerWalls();
        office.furnish();
        office.scatterThings(new SplittableRandom(seed));
        return new World(office.solids, CEILING, new Pose2(1.2, 5, 0));
    }

    private void buildOuterWalls() {
        outerWall(-0.2, -0.2, LENGTH + 0.2, 0);
        outerWall(-0.2, WIDTH, LENGTH + 0.2, WIDTH + 0.2);
        outerWall(-0.2, 0, 0, WIDTH);
        outerWall(LENGTH, 0, LENGTH + 0.2, WIDTH);
    }

    private void outerWall(double minX, double minY, double maxX, double maxY) {
        solids.add(Solid.box(minX, minY, maxX, maxY, CEILING, 0xe6e2d8, Finish.WINDOWS));
    }

    private void buildInnerWalls() {
        wallAlongX(4, 0, LENGTH, 0xd9d4c4, 2.5, 8, 13.5);
        wallAlongX(6, 0, LENGTH, 0xcfd8dc, 3, 8.2, 13.2);
        wallAlongY(5, 0, 4, 0xe0cfc0, 2.2);
        wallAlongY(11, 0, 4, 0xc9d6c4);
        wallAlongY(6, 6, WIDTH, 0xd6cbe0);
        wallAlongY(10.5, 6, WIDTH, 0xe0dcb8, 8.2);
    }

    private void wallAlongX(double y, double fromX, double toX, int rgb, double... doors) {
        double from = fromX;
        for (double door : doors) {
            wall(from, y - HALF_WALL, door - HALF_DOOR, y + HALF_WALL, rgb);
            lintel(door - HALF_DOOR, y - HALF_WALL, door + HALF_DOOR, y + HALF_WALL, rgb);
            post(door - HALF_DOOR, y);
            post(door + HALF_DOOR, y);
            from = door + HALF_DOOR;
        }
        wall(from, y - HALF_WALL, toX, y + HALF_WALL, rgb);
    }

    private void wallAlongY(double x, double fromY, double toY, int rgb, double... doors) {
        double from = fromY;
        for (double door : doors) {
            wall(x - HALF_WALL, from, x + HALF_WALL, door - HALF_DOOR, rgb);
            lintel(x - HALF_WALL, door - HALF_DOOR, x + HALF_WALL, door + HALF_DOOR, rgb);
            post(x, door - HALF_DOOR);
            post(x, door + HALF_DOOR);
            from = door + HALF_DOOR;
        }
        wall(x - HALF_WALL, from, x + HALF_WALL, toY, rgb);
    }

    private void wall(double minX, double minY, double maxX, double maxY, int rgb) {
        solids.add(Solid.box(minX, minY, maxX, maxY, CEILING, rgb, Finish.WALL));
    }

    private void lintel(double minX, double minY, double maxX, double maxY, int rgb) {
        solids.add(new Solid(new Footprint.Rectangle(minX, minY, maxX, maxY), DOOR_TOP, CEILING, rgb, Finish.PLAIN));
    }

    private void post(double x, double y) {
        solids.add(Solid.box(x - 0.08, y - 0.08, x + 0.08, y + 0.08, DOOR_TOP, 0x7a4a28, Finish.PLAIN));
    }

    private void furnish() {
        desk(0.3, 0.05, 1.9, 0.75);
        desk(6.2, 0.05, 7.8, 0.75);
        desk(8.8, 0.05, 10.4, 0.75);
        desk(13.2, 0.05, 14.8, 0.75);
        desk(0.05, 7.6, 0.75, 9.2);
        desk(7.2, 9.25, 8.8, 9.95);
        desk(12.2, 9.25, 13.8, 9.95);
        solids.add(Solid.box(4.55, 0.3, 4.94, 1.3, 1.9, 0x8a6a48, Finish.SHELF));
        solids.add(Solid.box(11.06, 0.4, 11.45, 2.4, 1.9, 0x9a7a50, Finish.SHELF));
        solids.add(Solid.box(3.6, 9.6, 5.6, 9.95, 2.0, 0x84603c, Finish.SHELF));
        solids.add(Solid.box(15.5, 4.2, 15.95, 5.2, 1.3, 0x9aa4ac, Finish.CABINET));
        solids.add(Solid.box(6.06, 6.4, 6.5, 7.4, 1.3, 0xb0b8be, Finish.CABINET));
        solids.add(Solid.box(15.5, 7.0, 15.95, 8.6, 1.3, 0x6c8aa0, Finish.CABINET));
    }

    private void desk(double minX, double minY, double maxX, double maxY) {
        solids.add(Solid.box(minX, minY, maxX, maxY, 0.74, 0xb88a58, Finish.CABINET));
        double x = (minX + maxX) / 2;
        double y = (minY + maxY) / 2;
        Footprint screen = new Footprint.Rectangle(x - 0.25, y - 0.06, x + 0.25, y + 0.06);
        solids.add(new Solid(screen, 0.8, 1.15, 0x202428, Finish.PLAIN));
    }

    private void scatterThings(SplittableRandom random) {
        World furnished = new World(solids, CEILING, Pose2.ORIGIN);
        List<Solid> things = new ArrayList<>();
        while (things.size() < THINGS) {
            double x = random.nextDouble(0.5, LENGTH - 0.5);
            double y = random.nextDouble(0.5, WIDTH - 0.5);
            double size = random.nextDouble(0.12, 0.26);
            int rgb = THING_COLORS[random.nextInt(THING_COLORS.length)];
            double top = random.nextDouble(0.45, 1.1);
            World soFar = new World(things, CEILING, Pose2.ORIGIN);
            boolean inCorridor = y > 3.7 && y < 6.3;
            if (!inCorridor && furnished.clearance(x, y, 1) > size + 0.75 && soFar.clearance(x, y, 1) > size + 0.9) {
                things.add(
                        random.nextBoolean()
                                ? Solid.cylinder(x, y, size, top, rgb)
                                : Solid.box(x - size, y - size, x + size, y + size, top, rgb, Finish.PLAIN));
            }
        }
        solids.addAll(things);
    }
}
