package org.dimos.robots.nav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.nav.OccupancyGrid;
import org.dimos.msgs.nav.Odometry;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.robots.FakeStream;
import org.dimos.robots.sim.SimConnection;
import org.dimos.robots.sim.SimulatedRobot;
import org.junit.jupiter.api.Test;

class OccupancyMapperTest {
    private static final int SHUFFLES = 50;
    private final FakeStream<PointCloud2> lidar = new FakeStream<>();
    private final FakeStream<Odometry> odom = new FakeStream<>();
    private final FakeStream<OccupancyGrid> globalMap = new FakeStream<>();

    @Test
    void drawsTheSameMapsHoweverTheStreamsAreInterleaved() {
        SimulatedRobot robot = drivenRobot();
        List<OccupancyGrid> inOrder = maps(robot, new SplittableRandom(0), 0.5);
        for (long seed = 1; seed <= SHUFFLES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);

            List<OccupancyGrid> shuffled = maps(robot, random, random.nextDouble());

            assertThat(shuffled).as("seed %d", seed).isEqualTo(inOrder).isNotEmpty();
        }
    }

    private static List<OccupancyGrid> maps(SimulatedRobot robot, SplittableRandom random, double lidarFirst) {
        OccupancyMapperTest fresh = new OccupancyMapperTest();
        fresh.start(new OccupancyMapper.Config(0.1, 30, 2, new ObstacleHeights()));
        ArrayDeque<PointCloud2> scans = new ArrayDeque<>(robot.lidar.messages());
        ArrayDeque<Odometry> poses = new ArrayDeque<>(robot.odom.messages());
        while (!scans.isEmpty() || !poses.isEmpty()) {
            if (poses.isEmpty() || (!scans.isEmpty() && random.nextDouble() < lidarFirst)) {
                fresh.lidar.publish(scans.remove());
            } else {
                fresh.odom.publish(poses.remove());
            }
        }
        return fresh.globalMap.messages();
    }

    private void start(OccupancyMapper.Config config) {
        new OccupancyMapper(new OccupancyMapper.Ports(lidar, odom, globalMap), config).start();
    }

    private static SimulatedRobot drivenRobot() {
        SimulatedRobot robot = new SimulatedRobot(new SimConnection.Config());
        robot.start();
        for (int i = 0; i < 10; i++) {
            robot.cmdVel.publish(Twist.planar(0.5, 0.3));
            robot.advance(100);
        }
        return robot;
    }

    @Test
    void waitsForOdometryAndStampsTheMapLikeItsScan() {
        SimulatedRobot robot = drivenRobot();
        start(new OccupancyMapper.Config(0.1, 30, 1, new ObstacleHeights()));
        PointCloud2 scan = robot.lidar.messages().get(0);

        lidar.publish(scan);
        assertThat(globalMap.messages()).isEmpty();
        robot.odom.messages().forEach(odom::publish);

        assertThat(globalMap.messages()).hasSize(1);
        assertThat(globalMap.messages().get(0).stampNanos()).isEqualTo(scan.stampNanos());
    }

    @Test
    void findsTheWallsOfTheCorridorAndNothingInBetween() {
        SimulatedRobot robot = drivenRobot();
        start(new OccupancyMapper.Config(0.1, 30, 10, new ObstacleHeights()));
        robot.odom.messages().forEach(odom::publish);

        robot.lidar.messages().forEach(lidar::publish);

        DrivableArea area = new DrivableArea(globalMap.messages().get(0));
        assertThat(area.isFree(area.cellAt(3, 0))).isTrue();
        assertThat(area.clearance(area.cellAt(4, 0.95))).isLessThan(0.15);
        assertThat(area.clearance(area.cellAt(4, -0.95))).isLessThan(0.15);
        assertThat(area.clearance(area.cellAt(4, 0))).isGreaterThan(0.8);
    }

    @Test
    void publishesAfterEveryNthScan() {
        SimulatedRobot robot = drivenRobot();
        start(new OccupancyMapper.Config(0.1, 30, 3, new ObstacleHeights()));
        robot.odom.messages().forEach(odom::publish);

        List<Integer> counts = new ArrayList<>();
        for (PointCloud2 scan : robot.lidar.messages()) {
            lidar.publish(scan);
            counts.add(globalMap.messages().size());
        }

        assertThat(counts).containsExactly(0, 0, 1, 1, 1, 2, 2, 2, 3, 3);
    }

    @Test
    void refusesAMapThatNoMemoryHolds() {
        assertThatThrownBy(() -> new OccupancyMapper.Config(0.001, 1000, 1, new ObstacleHeights()))
                .hasMessageContaining("'size' divided by 'resolution'");
    }
}
