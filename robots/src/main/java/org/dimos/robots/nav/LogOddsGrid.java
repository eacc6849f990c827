package org.dimos.robots.nav;

import java.util.Arrays;
import org.dimos.core.array.Bytes;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.nav.MapMetaData;
import org.dimos.msgs.nav.OccupancyGrid;
import org.dimos.msgs.std.Header;
import org.dimos.robots.geometry.Pose2;

/**
 * How likely each cell of a square around the origin is occupied, as whole tenths of log odds: a scan that ends in a cell
 * adds to it, one that passes through takes away. Whole numbers, so that the same scans give the same map to the bit.
 */
final class LogOddsGrid {
    private static final short UNKNOWN = Short.MIN_VALUE;
    private static final int HIT = 9;
    private static final int MISS = -3;
    private static final int LIMIT = 50;
    private static final byte[] PERCENT = percentages();

    private final double resolution;
    private final int side;
    private final double corner;
    private final short[] odds;
    private final int[] touched;
    private int scans;

    /** A grid of which nothing is known; {@code size} is the length of its sides in metres. */
    LogOddsGrid(double resolution, double size) {
        this.resolution = resolution;
        side = (int) Math.ceil(size / resolution);
        corner = -side * resolution / 2;
        odds = new short[side * side];
        touched = new int[side * side];
        Arrays.fill(odds, UNKNOWN);
    }

    private static byte[] percentages() {
        byte[] percent = new byte[2 * LIMIT + 1];
        for (int i = 0; i < percent.length; i++) {
            percent[i] = (byte) Math.round(100 / (1 + StrictMath.exp(-(i - LIMIT) / 10.0)));
        }
        return percent;
    }

    /** Draws a scan that was taken at a pose. Each cell changes at most once, and hits win over misses. */
    void draw(Pose2 pose, ScanOutline outline) {
        scans++;
        for (int sector = 0; sector < ScanOutline.SECTORS; sector++) {
            if (outline.hasObstacle(sector)) {
                Pose2 end = pose.compose(new Pose2(outline.x(sector), outline.y(sector), 0));
                change(cell(end.x()), cell(end.y()), HIT);
            }
        }
        for (int sector = 0; sector < ScanOutline.SECTORS; sector++) {
            if (outline.hasObstacle(sector)) {
                clear(pose, pose.compose(new Pose2(outline.x(sector), outline.y(sector), 0)));
            }
        }
    }

    /** Takes away from every cell on the way to a point, by the algorithm of Amanatides and Woo. */
    private void clear(Pose2 from, Pose2 to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        int x = cell(from.x());
        int y = cell(from.y());
        int steps = Math.abs(cell(to.x()) - x) + Math.abs(cell(to.y()) - y);
        double nextX = crossing(x, from.x(), dx);
        double nextY = crossing(y, from.y(), dy);
        for (int i = 0; i < steps; i++) {
            change(x, y, MISS);
            if (nextX < nextY) {
                x += dx > 0 ? 1 : -1;
                nextX += resolution / Math.abs(dx);
            } else {
                y += dy > 0 ? 1 : -1;
                nextY += resolution / Math.abs(dy);
            }
        }
    }

    /** How far along a line, in lengths of the line, its first cell ends. */
    private double crossing(int cell, double from, double delta) {
        double border = corner + (delta > 0 ? cell + 1 : cell) * resolution;
        return delta == 0 ? Double.POSITIVE_INFINITY : (border - from) / delta;
    }

    private int cell(double coordinate) {
        return (int) Math.floor((coordinate - corner) / resolution);
    }

    private void change(int x, int y, int by) {
        if (x < 0 || y < 0 || x >= side || y >= side) {
            return;
        }
        int cell = y * side + x;
        if (touched[cell] != scans) {
            touched[cell] = scans;
            int before = odds[cell] == UNKNOWN ? 0 : odds[cell];
            odds[cell] = (short) Math.max(-LIMIT, Math.min(LIMIT, before + by));
        }
    }

    /** The map as a message. */
    OccupancyGrid toMessage(Header header) {
        byte[] data = new byte[odds.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = odds[i] == UNKNOWN ? -1 : PERCENT[odds[i] + LIMIT];
        }
        MapMetaData info =
                new MapMetaData(header.stamp(), (float) resolution, side, side, Pose.planar(corner, corner, 0));
        return new OccupancyGrid(header, info, Bytes.wrap(data));
    }
}
