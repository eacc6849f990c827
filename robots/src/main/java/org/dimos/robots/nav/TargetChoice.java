package org.dimos.robots.nav;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.dimos.robots.geometry.Pose2;

/**
 * Where to drive next on a map: to the border of the known that is cheapest to reach, and once there is none, to any
 * place, so that the robot keeps looking around.
 */
final class TargetChoice {
    private static final int REACH_CELLS = 4;
    private static final int WORTHWHILE = 8;
    private static final double LEAST_WAY = 0.5;
    private static final int TRIES = 200;

    private final SplittableRandom random;
    private Optional<Pose2> border = Optional.empty();

    TargetChoice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The cell at the border of the known that is cheapest to reach; the one before while it still is at the border. */
    OptionalInt frontier(DrivableArea area, Routes routes) {
        int[] counts = area.frontierCounts(REACH_CELLS);
        int before = border.map(place -> area.cellAt(place.x(), place.y())).orElse(0);
        int best = isWorthwhile(before, counts, routes) ? before : cheapest(counts, routes);
        border = best < 0 ? Optional.empty() : Optional.of(area.center(best));
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static boolean isWorthwhile(int cell, int[] counts, Routes routes) {
        return counts[cell] >= WORTHWHILE && routes.reaches(cell) && routes.cost(cell) > LEAST_WAY;
    }

    private static int cheapest(int[] counts, Routes routes) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int cell = 0; cell < counts.length; cell++) {
            if (isWorthwhile(cell, counts, routes) && routes.cost(cell) < least) {
                best = cell;
                least = routes.cost(cell);
            }
        }
        return best;
    }

    /** The farthest of a few places drawn at random; empty if none of them can be reached. */
    OptionalInt anywhere(DrivableArea area, Routes routes) {
        int best = -1;
        for (int i = 0; i < TRIES; i++) {
            int cell = random.nextInt(area.width * area.height);
            if (routes.reaches(cell) && (best < 0 || routes.cost(cell) > routes.cost(best))) {
                best = cell;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
