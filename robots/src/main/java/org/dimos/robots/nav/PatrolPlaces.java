package org.dimos.robots.nav;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dimos.robots.geometry.Pose2;

/** The places of a patrol: free points of the map on a coarse lattice, each with the time of the last visit. */
final class PatrolPlaces {
    private static final long NEVER = Long.MIN_VALUE;

    private final double spacing;
    private final double clearance;
    private final Map<Point, Long> visits = new TreeMap<>();

    PatrolPlaces(double spacing, double clearance) {
        this.spacing = spacing;
        this.clearance = clearance;
    }

    /** Adds the places a new map shows, and forgets those where it has found something. */
    void update(DrivableArea area) {
        Pose2 first = area.center(0);
        Pose2 last = area.center(area.width * area.height - 1);
        for (long x = cell(first.x()); x <= cell(last.x()); x++) {
            for (long y = cell(first.y()); y <= cell(last.y()); y++) {
                Point place = new Point(x, y);
                int at = area.cellAt(x * spacing, y * spacing);
                if (area.isFree(at) && area.clearance(at) >= clearance) {
                    visits.putIfAbsent(place, NEVER);
                } else {
                    visits.remove(place);
                }
            }
        }
    }

    private long cell(double coordinate) {
        return Math.round(coordinate / spacing);
    }

    /** Notes that the robot is here. */
    void visit(Pose2 robot, double reach, long now) {
        Pose2 place = new Point(cell(robot.x()), cell(robot.y())).at(spacing);
        if (robot.distanceTo(place.x(), place.y()) < reach) {
            markVisited(place, now);
        }
    }

    /** Counts a place as visited, or as tried. */
    void markVisited(Pose2 place, long now) {
        visits.replace(new Point(cell(place.x()), cell(place.y())), now);
    }

    /** The place that was visited the longest time ago, the nearest of several; empty if there is none. */
    Optional<Pose2> longestUnvisited(Pose2 robot) {
        return visits.entrySet().stream()
                .min(Comparator.<Map.Entry<Point, Long>>comparingLong(Map.Entry::getValue)
                        .thenComparingDouble(entry -> entry.getKey().distance(robot, spacing)))
                .map(entry -> entry.getKey().at(spacing));
    }

    private record Point(long x, long y) implements Comparable<Point> {

        Pose2 at(double spacing) {
            return new Pose2(x * spacing, y * spacing, 0);
        }

        double distance(Pose2 robot, double spacing) {
            return robot.distanceTo(x * spacing, y * spacing);
        }

        @Override
        public int compareTo(Point other) {
            return Comparator.comparingLong(Point::x)
                    .thenComparingLong(Point::y)
                    .compare(this, other);
        }
    }
}
