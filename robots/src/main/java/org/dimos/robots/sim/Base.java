package org.dimos.robots.sim;

import org.dimos.robots.geometry.Pose2;

/**
 * The wheels and the body: follows the commanded speed within its limits, and stops at what stands in the way. A command
 * holds for half a second, so that a robot nobody drives any more stands still.
 */
final class Base {
    static final double RADIUS = 0.22;
    static final double HEIGHT = 0.6;
    private static final double MAX_SPEED = 1.0;
    private static final double MAX_TURN_RATE = 2.0;
    private static final double MAX_ACCELERATION = 1.5;
    private static final double MAX_TURN_ACCELERATION = 5.0;
    private static final double COMMAND_SECONDS = 0.5;

    /** Farther from what it ran into, the robot has got away from it. */
    private static final double TOUCH = 0.02;

    private final World world;
    private Pose2 pose;
    private double speed;
    private double turnRate;
    private double acceleration;
    private double commandedSpeed;
    private double commandedTurnRate;
    private double commandAge = COMMAND_SECONDS;
    private int collisions;
    private boolean touching;

    Base(World world) {
        this.world = world;
        pose = world.start();
    }

    /** Takes a new command: m/s forward, rad/s to the left. Values that are no numbers count as 0. */
    void command(double newSpeed, double newTurnRate) {
        commandedSpeed = limited(newSpeed, MAX_SPEED);
        commandedTurnRate = limited(newTurnRate, MAX_TURN_RATE);
        commandAge = 0;
    }

    private static double limited(double value, double limit) {
        return Double.isNaN(value) ? 0 : Math.max(-limit, Math.min(limit, value));
    }

    /** Lets {@code dt} seconds pass. */
    void step(double dt) {
        boolean commanded = commandAge < COMMAND_SECONDS;
        commandAge += dt;
        double before = speed;
        speed = towards(speed, commanded ? commandedSpeed : 0, MAX_ACCELERATION * dt);
        turnRate = towards(turnRate, commanded ? commandedTurnRate : 0, MAX_TURN_ACCELERATION * dt);
        move(pose.advanced(speed * dt, turnRate * dt));
        acceleration = (speed - before) / dt;
    }

    private static double towards(double value, double target, double change) {
        return value + limited(target - value, change);
    }

    private void move(Pose2 next) {
        double clearance = world.clearance(next.x(), next.y(), HEIGHT);
        boolean blocked = clearance < RADIUS && clearance < world.clearance(pose.x(), pose.y(), HEIGHT);
        touching &= clearance < RADIUS + TOUCH;
        if (blocked) {
            collisions += touching ? 0 : 1;
            speed = 0;
            pose = new Pose2(pose.x(), pose.y(), next.yaw());
        } else {
            pose = next;
        }
        touching |= blocked;
    }

    Pose2 pose() {
        return pose;
    }

    /** Metres per second forward. */
    double speed() {
        return speed;
    }

    /** Radians per second to the left. */
    double turnRate() {
        return turnRate;
    }

    /** Metres per second squared forward. */
    double acceleration() {
        return acceleration;
    }

    /** How many times the robot has run into something. */
    int collisions() {
        return collisions;
    }
}
