package org.dimos.robots.nav;

import java.util.Arrays;
import org.dimos.msgs.nav.OccupancyGrid;
import org.dimos.robots.geometry.Pose2;

/** A map seen by one who wants to drive: how far each cell is from the nearest obstacle, and where the known ends. */
final class DrivableArea {
    private static final int OCCUPIED_PERCENT = 50;
    /** Distances are counted in thirds of a cell, a diagonal step being four of them, and no further than this. */
    private static final int FAR = 60;

    final int width;
    final int height;
    private final OccupancyGrid map;
    private final double resolution;
    private final double originX;
    private final double originY;
    private final int[] thirds;

    DrivableArea(OccupancyGrid map) {
        this.map = map;
        width = map.info().width();
        height = map.info().height();
        resolution = map.info().resolution();
        originX = map.info().origin().position().x();
        originY = map.info().origin().position().y();
        thirds = new int[width * height];
        measureClearance();
    }

    /** Two sweeps over the map, there and back: each cell is as far as its nearest neighbour, and a step more. */
    private void measureClearance() {
        for (int cell = 0; cell < thirds.length; cell++) {
            thirds[cell] = map.data().get(cell) >= OCCUPIED_PERCENT ? 0 : FAR;
        }
        if (width < 3) {
            return;
        }
        for (int y = 1; y < height - 1; y++) {
            spread(y * width + 1, 1);
        }
        for (int y = height - 2; y > 0; y--) {
            spread(y * width + width - 2, -1);
        }
    }

    /** Along a row, from its first cell with a neighbour behind it. */
    private void spread(int first, int step) {
        int[] far = thirds;
        int end = first + step * (width - 2);
        int behind = far[first - step];
        for (int cell = first; cell != end; cell += step) {
            int row = cell - step * width;
            int straight = Math.min(behind, far[row]) + 3;
            int slanted = Math.min(far[row - 1], far[row + 1]) + 4;
            behind = Math.min(far[cell], Math.min(straight, slanted));
            far[cell] = behind;
        }
    }

    /** Metres from the nearest obstacle known. */
    double clearance(int cell) {
        return thirds[cell] * resolution / 3;
    }

    boolean isUnknown(int cell) {
        return map.data().get(cell) < 0;
    }

    boolean isFree(int cell) {
        int percent = map.data().get(cell);
        return percent >= 0 && percent < OCCUPIED_PERCENT;
    }

    /** Cells whose border to the unknown is so near that something new would be seen from them, with how much of it. */
    int[] frontierCounts(int reach) {
        int[] counts = new int[thirds.length];
        for (int y = reach + 1; y < height - reach - 1; y++) {
            for (int x = reach + 1; x < width - reach - 1; x++) {
                if (isFrontier(y * width + x)) {
                    countAround(counts, x, y, reach);
                }
            }
        }
        return counts;
    }

    private boolean isFrontier(int cell) {
        return isFree(cell)
                && (isUnknown(cell - 1) || isUnknown(cell + 1) || isUnknown(cell - width) || isUnknown(cell + width));
    }

    private void countAround(int[] counts, int x, int y, int reach) {
        for (int row = y - reach; row <= y + reach; row++) {
            for (int cell = row * width + x - reach; cell <= row * width + x + reach; cell++) {
                counts[cell]++;
            }
        }
    }

    /** The cell at a point, the nearest border cell for one outside. */
    int cellAt(double x, double y) {
        int column = (int) Math.floor((x - originX) / resolution);
        int row = (int) Math.floor((y - originY) / resolution);
        return clamp(row, height) * width + clamp(column, width);
    }

    private static int clamp(int index, int size) {
        return Math.max(1, Math.min(size - 2, index));
    }

    /** The middle of a cell. */
    Pose2 center(int cell) {
        return new Pose2(
                originX + (cell % width + 0.5) * resolution,
                originY + (Math.floorDiv(cell, width) + 0.5) * resolution,
                0);
    }

    double resolution() {
        return resolution;
    }

    /** A value for each cell, all the same. */
    double[] filled(double value) {
        double[] values = new double[thirds.length];
        Arrays.fill(values, value);
        return values;
    }
}
