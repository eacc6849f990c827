package org.dimos.robots.sim;

import java.util.List;
import org.dimos.robots.geometry.Pose2;

/**
 * A room full of solids between a floor at height 0 and a ceiling.
 *
 * @param ceiling height of the ceiling in metres
 * @param start where the robot stands at first
 */
record World(List<Solid> solids, double ceiling, Pose2 start) {
    private static final double FAR = 100;

    World {
        solids = List.copyOf(solids);
    }

    /** How far a point is from the nearest solid that reaches below a height; negative inside. */
    double clearance(double x, double y, double height) {
        double nearest = FAR;
        for (Solid solid : solids) {
            if (solid.bottom() < height) {
                nearest = Math.min(nearest, solid.footprint().distance(x, y));
            }
        }
        return nearest;
    }
}
