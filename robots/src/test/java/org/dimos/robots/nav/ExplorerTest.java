package org.dimos.robots.nav;

import static org.assertj.core.api.Assertions.assertThat;

import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.nav.OccupancyGrid;
import org.dimos.msgs.std.Header;
import org.dimos.robots.FakeStream;
import org.dimos.robots.geometry.Pose2;
import org.dimos.robots.sim.SimConnection;
import org.dimos.robots.sim.SimulatedRobot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplorerTest {
    /** The camera is not looked at here, so it takes few pictures. */
    private final FakeStream<OccupancyGrid> globalMap = new FakeStream<>();

    private final FakeStream<PoseStamped> goal = new FakeStream<>();

    private SimulatedRobot exploring(long seed) {
        SimulatedRobot robot = new SimulatedRobot(new SimConnection.Config(seed, 1, 1, 10, 1, 200, 50));
        robot.start();
        new OccupancyMapper(new OccupancyMapper.Ports(robot.lidar, robot.odom, globalMap), new OccupancyMapper.Config())
                .start();
        new Explorer(new Explorer.Ports(robot.lidar, robot.odom, globalMap, goal, robot.cmdVel), new Explorer.Config())
                .start();
        return robot;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void coversMuchOfTheOfficeInAMinuteWithoutACollision(long seed) {
        SimulatedRobot robot = exploring(seed);

        robot.advance(60_000);

        assertThat(robot.collisions()).as("seed %d", seed).isZero();
        assertThat(freeSquareMetres()).as("seed %d", seed).isGreaterThan(100);
    }

    private double freeSquareMetres() {
        OccupancyGrid last = globalMap.messages().get(globalMap.messages().size() - 1);
        DrivableArea area = new DrivableArea(last);
        int free = 0;
        for (int cell = 0; cell < last.data().length(); cell++) {
            free += area.isFree(cell) ? 1 : 0;
        }
        return free * area.resolution() * area.resolution();
    }

    @Test
    void movesWithinTenSeconds() {
        SimulatedRobot robot = exploring(1);
        Pose2 start = robot.truePose();

        robot.advance(10_000);

        assertThat(start.distanceTo(robot.truePose().x(), robot.truePose().y())).isGreaterThan(1);
    }

    @Test
    void answersEveryScanOnceItKnowsWhereItIs() {
        SimulatedRobot robot = exploring(1);

        robot.advance(3_000);

        assertThat(robot.cmdVel.messages()).hasSize(30);
    }

    @Test
    void drivesToAGoalFirst() {
        SimulatedRobot robot = exploring(1);
        robot.advance(2_000);

        goal.publish(new PoseStamped(Header.of(SimulatedRobot.START_NANOS, "odom"), Pose.planar(8, 0, 0)));
        robot.advance(16_000);

        boolean wasThere =
                robot.odom.messages().stream().map(PoseHistory::planar).anyMatch(pose -> pose.distanceTo(8, 0) < 0.5);
        assertThat(wasThere).isTrue();
    }
}
