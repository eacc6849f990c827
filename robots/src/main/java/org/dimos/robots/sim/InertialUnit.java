package org.dimos.robots.sim;

import java.util.SplittableRandom;
import org.dimos.msgs.geometry.Vector3;
import org.dimos.robots.geometry.Pose2;

/** Gyroscope and accelerometer with noise and a constant bias; its heading is the sum of what the gyroscope said. */
final class InertialUnit {
    private static final double GRAVITY = 9.80665;
    private static final double GYRO_NOISE = 0.003;
    private static final double GYRO_BIAS = 0.0005;
    private static final double ACCELERATION_NOISE = 0.03;

    private final SplittableRandom random;
    private final double noise;
    private final double bias;
    private double heading;
    private Vector3 angularVelocity = Vector3.zero();
    private Vector3 linearAcceleration = new Vector3(0, 0, GRAVITY);

    /**
     * A unit that starts with heading 0.
     *
     * @param noise 0 is perfect, 1 an ordinary unit
     */
    InertialUnit(SplittableRandom random, double noise) {
        this.random = random;
        this.noise = noise;
        bias = noise * GYRO_BIAS * random.nextGaussian();
    }

    /** Takes a reading {@code dt} seconds after the last. */
    void measure(Base base, double dt) {
        double turnRate = base.turnRate() + bias;
        angularVelocity = disturbed(0, 0, turnRate, GYRO_NOISE);
        linearAcceleration =
                disturbed(base.acceleration(), base.speed() * base.turnRate(), GRAVITY, ACCELERATION_NOISE);
        heading = Pose2.wrap(heading + angularVelocity.z() * dt);
    }

    private Vector3 disturbed(double x, double y, double z, double sigma) {
        double scale = noise * sigma;
        return new Vector3(
                x + scale * random.nextGaussian(),
                y + scale * random.nextGaussian(),
                z + scale * random.nextGaussian());
    }

    /** Radians from the heading at the start. */
    double heading() {
        return heading;
    }

    /** Radians per second. */
    Vector3 angularVelocity() {
        return angularVelocity;
    }

    /** Metres per second squared, gravity included: at rest it points up. */
    Vector3 linearAcceleration() {
        return linearAcceleration;
    }
}
