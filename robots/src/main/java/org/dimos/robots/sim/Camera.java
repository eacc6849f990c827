package org.dimos.robots.sim;

import java.util.SplittableRandom;
import org.dimos.robots.geometry.Pose2;

/**
 * A colour and depth camera without distortion, looking forward. Draws a column at a time: all its rays lie in one
 * {@link VerticalSlice}. Distances are measured along the optical axis, as depth cameras do.
 */
final class Camera {
    static final int WIDTH = 320;
    static final int HEIGHT = 240;
    /** In pixels, for both directions. */
    static final double FOCAL_LENGTH = 228.5;

    static final double CENTER_X = (WIDTH - 1) / 2.0;
    static final double CENTER_Y = (HEIGHT - 1) / 2.0;
    /** Where the camera is on the robot, in metres: before its middle and above the floor. */
    static final double FORWARD = 0.15;

    static final double ABOVE = 0.5;
    private static final double MAX_DEPTH = 10;

    private final VerticalSlice slice;
    private final SplittableRandom random;
    private final double noise;
    private final SurfaceHit hit = new SurfaceHit();

    Camera(World world, SplittableRandom random, double noise) {
        slice = new VerticalSlice(world);
        this.random = random;
        this.noise = noise;
    }

    /** What the camera sees from a robot that stands at a pose. */
    Picture take(Pose2 robot) {
        Picture picture = new Picture(WIDTH * HEIGHT);
        Pose2 eye = robot.compose(new Pose2(FORWARD, 0, 0));
        double cos = Math.cos(eye.yaw());
        double sin = Math.sin(eye.yaw());
        for (int column = 0; column < WIDTH; column++) {
            double left = (CENTER_X - column) / FOCAL_LENGTH;
            draw(column, eye, cos - left * sin, sin + left * cos, picture);
        }
        return picture;
    }

    private void draw(int column, Pose2 eye, double dx, double dy, Picture picture) {
        slice.cut(eye.x(), eye.y(), dx, dy);
        for (int row = 0; row < HEIGHT; row++) {
            double slope = (CENTER_Y - row) / FOCAL_LENGTH;
            slice.trace(ABOVE, slope, hit);
            int pixel = row * WIDTH + column;
            int speckle = random.nextInt();
            double along = hit.distance;
            int rgb = Surfaces.color(hit, eye.x() + along * dx, eye.y() + along * dy, ABOVE + along * slope);
            picture.setColor(pixel, rgb, light(hit, along), (int) (noise * (speckle & 7)));
            picture.setDepth(pixel, measured(along, speckle));
        }
    }

    /** How bright a surface is: walls by the way they face, everything by how far it is. */
    private static double light(SurfaceHit hit, double distance) {
        double facing = switch (hit.face) {
            case FLOOR, TOP -> 0.95;
            case CEILING, NOTHING -> 1.0;
            case UNDERSIDE -> 0.5;
            case SIDE -> 0.78 + 0.12 * hit.normalX - 0.16 * hit.normalY * Math.abs(hit.normalY);
        };
        return facing / (1 + 0.035 * distance);
    }

    /** Millimetres; 0 beyond the range. The error grows with the square of the distance. */
    private int measured(double depth, int speckle) {
        if (!(depth < MAX_DEPTH)) {
            return 0;
        }
        double spread = ((speckle >>> 8 & 0xff) + (speckle >>> 16 & 0xff) - 255) / 255.0;
        return (int) Math.round(1000 * (depth + noise * 0.004 * depth * depth * spread));
    }
}
