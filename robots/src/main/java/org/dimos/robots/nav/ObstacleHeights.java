package org.dimos.robots.nav;

/**
 * Which points of a lidar are in a mobile base's way; metres above the floor.
 *
 * @param lidar where the lidar is
 * @param lowest what is lower can be driven over, or is the floor
 * @param highest what is higher can be driven under
 */
public record ObstacleHeights(double lidar, double lowest, double highest) {

    /** Those of the simulated robot. */
    public ObstacleHeights() {
        this(0.4, 0.08, 0.65);
    }
}
