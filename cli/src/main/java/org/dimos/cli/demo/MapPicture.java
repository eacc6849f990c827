package org.dimos.cli.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.nav.OccupancyGrid;

/** The known part of a map in block characters: walls solid, the unknown shaded, the robot's path dotted. */
public final class MapPicture {
    private static final int OCCUPIED = 50;
    private static final int MOST_ROWS = 48;

    private final OccupancyGrid map;
    private final int scale;
    private final int left;
    private final int right;
    private final int bottom;
    private final int top;
    private final Set<Long> path = new HashSet<>();

    private enum Ground {
        UNKNOWN,
        FREE,
        OCCUPIED
    }

    private MapPicture(OccupancyGrid map, List<Point> path, int columns) {
        this.map = map;
        int width = map.info().width();
        int[] known = IntStream.range(0, map.data().length())
                .filter(cell -> map.data().get(cell) >= 0)
                .toArray();
        left = IntStream.of(known).map(cell -> cell % width).min().orElse(0);
        right = IntStream.of(known).map(cell -> cell % width).max().orElse(0);
        bottom = IntStream.of(known).map(cell -> cell / width).min().orElse(0);
        top = IntStream.of(known).map(cell -> cell / width).max().orElse(0);
        scale = Math.max(ceilDivide(right - left + 1, columns), ceilDivide(top - bottom + 1, MOST_ROWS));
        path.forEach(this::mark);
    }

    /** How many cells of a map are known. */
    public static long knownCells(OccupancyGrid map) {
        return IntStream.range(0, map.data().length())
                .filter(cell -> map.data().get(cell) >= 0)
                .count();
    }

    /** The lines of a picture, at most {@code columns} wide, north up. */
    public static List<String> of(OccupancyGrid map, List<Point> path, int columns) {
        return new MapPicture(map, path, columns).lines();
    }

    private static int ceilDivide(int a, int b) {
        return (a + b - 1) / b;
    }

    private void mark(Point point) {
        Point origin = map.info().origin().position();
        int column = (int) Math.floor((point.x() - origin.x()) / map.info().resolution());
        int row = (int) Math.floor((point.y() - origin.y()) / map.info().resolution());
        path.add(key(Math.floorDiv(column - left, scale), Math.floorDiv(row - bottom, scale)));
    }

    private static long key(int column, int row) {
        return ((long) row << 32) | (column & 0xffffffffL);
    }

    private List<String> lines() {
        int columns = ceilDivide(right - left + 1, scale);
        int rows = ceilDivide(top - bottom + 1, scale);
        List<String> lines = new ArrayList<>();
        for (int row = (rows - 1) / 2 * 2; row >= 0; row -= 2) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                line.append(glyph(column, row + 1, row));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private char glyph(int column, int upperRow, int lowerRow) {
        Ground upper = ground(column, upperRow);
        Ground lower = ground(column, lowerRow);
        if (path.contains(key(column, upperRow)) || path.contains(key(column, lowerRow))) {
            return '•';
        } else if (upper == Ground.OCCUPIED) {
            return lower == Ground.OCCUPIED ? '█' : '▀';
        } else if (lower == Ground.OCCUPIED) {
            return '▄';
        }
        return upper == Ground.FREE || lower == Ground.FREE ? ' ' : '░';
    }

    private Ground ground(int column, int row) {
        Ground found = Ground.UNKNOWN;
        for (int y = bottom + row * scale; y < bottom + (row + 1) * scale; y++) {
            for (int x = left + column * scale; x < left + (column + 1) * scale; x++) {
                Ground cell = cell(x, y);
                found = cell.compareTo(found) > 0 ? cell : found;
            }
        }
        return found;
    }

    private Ground cell(int x, int y) {
        if (x > right || y > top) {
            return Ground.UNKNOWN;
        }
        byte value = map.data().get(y * map.info().width() + x);
        return value < 0 ? Ground.UNKNOWN : value >= OCCUPIED ? Ground.OCCUPIED : Ground.FREE;
    }
}
