package org.dimos.robots.sim;

import java.util.SplittableRandom;
import org.dimos.robots.geometry.CloudWriter;
import org.dimos.robots.geometry.Pose2;

/** A spinning laser with 16 rings, 360 shots each, over the middle of the robot. */
final class Lidar {
    /** Height above the floor in metres. */
    static final double HEIGHT = 0.4;

    static final int RINGS = 16;
    static final int SHOTS = 360;
    static final double RANGE = 20;
    private static final double RANGE_NOISE = 0.01;

    private final VerticalSlice slice;
    private final SplittableRandom random;
    private final double noise;
    private final SurfaceHit hit = new SurfaceHit();

    Lidar(World world, SplittableRandom random, double noise) {
        slice = new VerticalSlice(world);
        this.random = random;
        this.noise = noise;
    }

    /** All points of one turn in the frame of the lidar. */
    CloudWriter scan(Pose2 pose) {
        CloudWriter points = new CloudWriter(RINGS * SHOTS);
        for (int shot = 0; shot < SHOTS; shot++) {
            double azimuth = Math.toRadians(shot + 0.5 - 180);
            double heading = pose.yaw() + azimuth;
            slice.cut(pose.x(), pose.y(), Math.cos(heading), Math.sin(heading));
            for (int ring = 0; ring < RINGS; ring++) {
                shoot(azimuth, Math.toRadians(2 * ring - 15), points);
            }
        }
        return points;
    }

    private void shoot(double azimuth, double elevation, CloudWriter points) {
        slice.trace(HEIGHT, Math.tan(elevation), hit);
        double cos = Math.cos(elevation);
        double range = hit.distance / cos + noise * RANGE_NOISE * random.nextGaussian();
        if (range > 0 && range < RANGE) {
            double level = range * cos;
            points.add(
                    level * Math.cos(azimuth),
                    level * Math.sin(azimuth),
                    range * Math.sin(elevation),
                    Surfaces.reflectivity(hit));
        }
    }
}
