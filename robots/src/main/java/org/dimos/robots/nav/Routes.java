package org.dimos.robots.nav;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.dimos.robots.geometry.Pose2;

/** The cheapest ways from where the robot is to everywhere it can get; near obstacles a way is dearer. */
final class Routes {
    private static final double SAFE = 0.31;
    private static final double COMFORTABLE = 0.7;
    private static final double DISCOMFORT = 6;
    /** Around the robot itself any free cell will do, so that it gets away from a wall it stands at. */
    private static final double ESCAPE = 0.4;

    private static final double DIAGONAL = Math.sqrt(2);

    private final DrivableArea area;
    private final int start;
    private final double[] cost;
    private final int[] previous;

    Routes(DrivableArea area, Pose2 robot) {
        this.area = area;
        start = area.cellAt(robot.x(), robot.y());
        cost = area.filled(Double.POSITIVE_INFINITY);
        previous = new int[cost.length];
        search(robot);
    }

    private void search(Pose2 robot) {
        PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparingDouble(Reached::cost));
        cost[start] = 0;
        previous[start] = start;
        open.add(new Reached(start, 0));
        while (!open.isEmpty()) {
            Reached next = open.remove();
            if (next.cost == cost[next.cell]) {
                expand(next, robot, open);
            }
        }
    }

    private void expand(Reached from, Pose2 robot, PriorityQueue<Reached> open) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int cell = from.cell + dy * area.width + dx;
                if (isInside(cell) && isPassable(cell, robot)) {
                    double step = dx == 0 || dy == 0 ? 1 : DIAGONAL;
                    double sum = from.cost + price(cell) * step * area.resolution();
                    if (sum < cost[cell]) {
                        cost[cell] = sum;
                        previous[cell] = from.cell;
                        open.add(new Reached(cell, sum));
                    }
                }
            }
        }
    }

    private boolean isInside(int cell) {
        int column = Math.floorMod(cell, area.width);
        return cell >= area.width && cell < cost.length - area.width && column > 0 && column < area.width - 1;
    }

    private boolean isPassable(int cell, Pose2 robot) {
        return area.isFree(cell) && (area.clearance(cell) >= SAFE || isAround(robot, area.center(cell)));
    }

    private static boolean isAround(Pose2 robot, Pose2 place) {
        return robot.distanceTo(place.x(), place.y()) < ESCAPE;
    }

    private double price(int cell) {
        return 1 + DISCOMFORT * Math.max(0, COMFORTABLE - area.clearance(cell));
    }

    /** What it costs to get to a cell, in metres of comfortable way; infinite where there is no way. */
    double cost(int cell) {
        return cost[cell];
    }

    boolean reaches(int cell) {
        return cost[cell] < Double.POSITIVE_INFINITY;
    }

    /** The cell nearest to a point among those that can be reached; the robot's own if there is no other. */
    int nearestTo(double x, double y) {
        int nearest = start;
        double least = Double.POSITIVE_INFINITY;
        for (int cell = 0; cell < cost.length; cell++) {
            if (reaches(cell)) {
                double distance = area.center(cell).distanceTo(x, y);
                if (distance < least) {
                    least = distance;
                    nearest = cell;
                }
            }
        }
        return nearest;
    }

    /** The points of the way to a cell that can be reached, from the robot on. */
    List<Pose2> pathTo(int cell) {
        ArrayDeque<Pose2> path = new ArrayDeque<>();
        for (int at = cell; at != start; at = previous[at]) {
            path.addFirst(area.center(at));
        }
        return new ArrayList<>(path);
    }

    private record Reached(int cell, double cost) {}
}
