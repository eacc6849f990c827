package org.dimos.robots.sim;

import java.util.SplittableRandom;
import org.dimos.robots.geometry.CloudWriter;
import org.dimos.robots.geometry.Pose2;

/**
 * The robot in its office, without a graph and without a clock: it advances by steps of 1/600 s, which all sensors'
 * rates divide. The same seed and the same commands at the same steps give the same readings to the bit.
 */
final class Simulation {
    static final int STEPS_PER_SECOND = 600;
    private static final double DT = 1.0 / STEPS_PER_SECOND;

    private final Base base;
    private final WheelOdometry odometry;
    private final InertialUnit inertialUnit;
    private final Lidar lidar;
    private final Camera camera;

    /**
     * A robot at the start of its office.
     *
     * @param noise of all sensors: 0 is none, 1 is usual
     * @param drift of the odometry: 0 is none, 1 is usual
     */
    Simulation(World world, long seed, double noise, double drift) {
        SplittableRandom random = new SplittableRandom(seed);
        base = new Base(world);
        odometry = new WheelOdometry(random.split(), drift);
        inertialUnit = new InertialUnit(random.split(), noise);
        lidar = new Lidar(world, random.split(), noise);
        camera = new Camera(world, random.split(), noise);
    }

    /** Takes a command that holds from the next step on: m/s forward, rad/s to the left. */
    void command(double speed, double turnRate) {
        base.command(speed, turnRate);
    }

    /** Lets 1/600 s pass. */
    void step() {
        base.step(DT);
        odometry.step(base.speed(), base.turnRate(), DT);
    }

    /** A turn of the lidar, in the lidar's frame. */
    CloudWriter scan() {
        return lidar.scan(base.pose());
    }

    /** A picture with depths. */
    Picture takePicture() {
        return camera.take(base.pose());
    }

    /** A reading of the inertial unit, {@code seconds} after the one before. */
    InertialUnit measureInertia(double seconds) {
        inertialUnit.measure(base, seconds);
        return inertialUnit;
    }

    WheelOdometry odometry() {
        return odometry;
    }

    /** Where the robot really is. No sensor tells. */
    Pose2 truePose() {
        return base.pose();
    }

    /** How many times the robot has run into something. */
    int collisions() {
        return base.collisions();
    }
}
