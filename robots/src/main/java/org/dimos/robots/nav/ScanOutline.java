package org.dimos.robots.nav;

import java.util.Arrays;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.robots.geometry.CloudReader;

/**
 * A cloud of a lidar seen from above: in each of 360 directions the nearest thing a mobile base could run into. Expects
 * an upright lidar over the middle of the base.
 */
final class ScanOutline {
    static final int SECTORS = 360;

    private final double[] obstacleX = new double[SECTORS];
    private final double[] obstacleY = new double[SECTORS];
    private final double[] obstacleRange = new double[SECTORS];

    /** The outline of a cloud whose lidar is mounted so high that {@code heights} says what is in the way. */
    ScanOutline(PointCloud2 cloud, ObstacleHeights heights) {
        Arrays.fill(obstacleRange, Double.POSITIVE_INFINITY);
        CloudReader points = new CloudReader(cloud);
        for (int i = 0; i < points.size(); i++) {
            double height = heights.lidar() + points.z(i);
            if (height >= heights.lowest() && height <= heights.highest()) {
                add(points.x(i), points.y(i));
            }
        }
    }

    private void add(double x, double y) {
        double range = Math.sqrt(x * x + y * y);
        int sector = Math.min(SECTORS - 1, (int) ((StrictMath.atan2(y, x) / Math.PI + 1) * SECTORS / 2));
        if (range < obstacleRange[sector]) {
            obstacleRange[sector] = range;
            obstacleX[sector] = x;
            obstacleY[sector] = y;
        }
    }

    /** Whether anything is in the way in a direction. */
    boolean hasObstacle(int sector) {
        return obstacleRange[sector] < Double.POSITIVE_INFINITY;
    }

    /** Metres forward of the robot. */
    double x(int sector) {
        return obstacleX[sector];
    }

    /** Metres to the left of the robot. */
    double y(int sector) {
        return obstacleY[sector];
    }

    /**
     * How far a lane of the given half width is free of obstacles, straight ahead or straight back, in metres from the
     * middle of the robot.
     */
    double freeLane(double halfWidth, boolean ahead) {
        double free = Double.POSITIVE_INFINITY;
        for (int sector = 0; sector < SECTORS; sector++) {
            double along = ahead ? obstacleX[sector] : -obstacleX[sector];
            if (hasObstacle(sector) && along > 0 && Math.abs(obstacleY[sector]) < halfWidth) {
                free = Math.min(free, along);
            }
        }
        return free;
    }
}
