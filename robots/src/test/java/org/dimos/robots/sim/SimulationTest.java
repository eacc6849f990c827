package org.dimos.robots.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.dimos.robots.geometry.Pose2;
import org.dimos.robots.sim.Solid.Finish;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final World WALL_AHEAD =
            new World(List.of(Solid.box(3, -2, 3.2, 2, 2.6, 0xffffff, Finish.WALL)), 2.6, Pose2.ORIGIN);

    @Test
    void stopsAtAWall() {
        Simulation simulation = new Simulation(WALL_AHEAD, 1, 1, 1);

        drive(simulation, 0.8, 0, 10);

        assertThat(simulation.truePose().x()).isEqualTo(3 - Base.RADIUS, within(0.01));
        assertThat(simulation.collisions()).isEqualTo(1);
    }

    @Test
    void getsAwayFromAWallBackwards() {
        Simulation simulation = new Simulation(WALL_AHEAD, 1, 1, 1);
        drive(simulation, 0.8, 0, 10);

        drive(simulation, -0.5, 0, 2);

        assertThat(simulation.truePose().x()).isLessThan(2.2);
    }

    @Test
    void drivesUnderALintel() {
        World door = new World(
                List.of(new Solid(new Footprint.Rectangle(1, -1, 1.2, 1), 2, 2.6, 0xffffff, Finish.PLAIN)),
                2.6,
                Pose2.ORIGIN);
        Simulation simulation = new Simulation(door, 1, 1, 1);

        drive(simulation, 0.8, 0, 4);

        assertThat(simulation.truePose().x()).isGreaterThan(2.5);
    }

    @Test
    void neverEntersASolidWhateverTheCommands() {
        World office = Office.of(1);
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Simulation simulation = new Simulation(office, seed, 1, 1);
            for (int i = 0; i < 100; i++) {
                drive(simulation, random.nextDouble(-1, 1), random.nextDouble(-2, 2), 0.3);
                Pose2 pose = simulation.truePose();
                assertThat(office.clearance(pose.x(), pose.y(), Base.HEIGHT))
                        .as("seed %d, command %d", seed, i)
                        .isGreaterThan(Base.RADIUS - 0.01);
            }
        }
    }

    @Test
    void keepsToItsLimitsWhateverIsCommanded() {
        World empty = new World(List.of(), 2.6, Pose2.ORIGIN);
        Simulation simulation = new Simulation(empty, 1, 0, 0);

        drive(simulation, Double.POSITIVE_INFINITY, Double.NaN, 10);

        assertThat(simulation.truePose().x()).isBetween(8.0, 10.0);
        assertThat(simulation.truePose().yaw()).isZero();
    }

    @Test
    void odometryDriftsWithTheWay() {
        Simulation simulation = new Simulation(Office.of(1), 3, 1, 1);
        drive(simulation, 0.8, 0, 1);
        double early = error(simulation);

        drive(simulation, 0.8, 0, 12);

        assertThat(error(simulation)).isGreaterThan(early).isBetween(0.005, 1.0);
    }

    @Test
    void odometryWithoutDriftIsTheTruth() {
        Simulation simulation = new Simulation(Office.of(1), 3, 1, 0);

        drive(simulation, 0.6, 0.1, 5);

        assertThat(error(simulation)).isLessThan(1e-9);
    }

    private static double error(Simulation simulation) {
        Pose2 believed = new Pose2(1.2, 5, 0).compose(simulation.odometry().pose());
        return believed.distanceTo(
                simulation.truePose().x(), simulation.truePose().y());
    }

    private static void drive(Simulation simulation, double speed, double turnRate, double seconds) {
        for (int i = 0; i < seconds * Simulation.STEPS_PER_SECOND; i++) {
            simulation.command(speed, turnRate);
            simulation.step();
        }
    }
}
