package org.dimos.robots.sim;

import java.util.SplittableRandom;
import org.dimos.robots.geometry.Pose2;

/**
 * Where the robot believes to be from its wheels alone: each distance and turn is measured with a scale that is a little
 * wrong and with slip, so the error grows with the way.
 */
final class WheelOdometry {
    private static final double SCALE_ERROR = 0.006;
    private static final double SLIP = 0.002;

    private final SplittableRandom random;
    private final double drift;
    private final double distanceScale;
    private final double turnScale;
    private Pose2 pose = Pose2.ORIGIN;
    private double speed;
    private double turnRate;

    /**
     * An odometer that starts at the origin.
     *
     * @param drift how bad it is: 0 is perfect, 1 an ordinary robot
     */
    WheelOdometry(SplittableRandom random, double drift) {
        this.random = random;
        this.drift = drift;
        distanceScale = 1 + drift * SCALE_ERROR * random.nextGaussian();
        turnScale = 1 + drift * SCALE_ERROR * random.nextGaussian();
    }

    /** Measures {@code dt} seconds of motion. */
    void step(double trueSpeed, double trueTurnRate, double dt) {
        speed = trueSpeed * distanceScale;
        turnRate = trueTurnRate * turnScale;
        double slip = drift * SLIP * random.nextGaussian() * Math.sqrt(Math.abs(speed) * dt);
        pose = pose.advanced(speed * dt, turnRate * dt + slip);
    }

    Pose2 pose() {
        return pose;
    }

    double speed() {
        return speed;
    }

    double turnRate() {
        return turnRate;
    }
}
