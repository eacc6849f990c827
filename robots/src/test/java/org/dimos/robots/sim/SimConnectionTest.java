package org.dimos.robots.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.geometry.TransformStamped;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.nav.Odometry;
import org.dimos.msgs.tf2.TFMessage;
import org.dimos.robots.FakeStream;
import org.junit.jupiter.api.Test;

class SimConnectionTest {
    private final SimulatedRobot robot = new SimulatedRobot(new SimConnection.Config());

    @Test
    void keepsEverySensorsRateExactly() {
        robot.start();
        robot.advance(3000);

        assertThat(robot.lidar.messages()).hasSize(30);
        assertThat(robot.colorImage.messages()).hasSize(45);
        assertThat(robot.depthImage.messages()).hasSize(45);
        assertThat(robot.cameraInfo.messages()).hasSize(45);
        assertThat(robot.imu.messages()).hasSize(600);
        assertThat(robot.odom.messages()).hasSize(150);
        assertThat(robot.tf.messages()).hasSize(150);
    }

    @Test
    void stampsRegularlyFromTheStartOn() {
        robot.start();
        robot.advance(1000);

        assertRegular(robot.lidar.messages(), 10);
        assertRegular(robot.colorImage.messages(), 15);
        assertRegular(robot.imu.messages(), 200);
        assertRegular(robot.odom.messages(), 50);
    }

    private static void assertRegular(List<? extends Stamped> messages, long rate) {
        for (int i = 0; i < messages.size(); i++) {
            long expected = SimulatedRobot.START_NANOS + (i + 1) * 1_000_000_000L / rate;
            assertThat(messages.get(i).stampNanos()).isEqualTo(expected);
        }
    }

    @Test
    void repeatsARunToTheByte() {
        SimulatedRobot again = new SimulatedRobot(new SimConnection.Config());

        driveSquares(robot);
        driveSquares(again);

        assertSameReadings(robot, again);
    }

    @Test
    void anotherSeedGivesAnotherRun() {
        SimulatedRobot other = new SimulatedRobot(new SimConnection.Config(2, 1, 1, 10, 15, 200, 50));

        driveSquares(robot);
        driveSquares(other);

        assertThat(other.lidar.messages()).isNotEqualTo(robot.lidar.messages());
        assertThat(other.colorImage.messages()).isNotEqualTo(robot.colorImage.messages());
        assertThat(other.odom.messages()).isNotEqualTo(robot.odom.messages());
    }

    private static void driveSquares(SimulatedRobot robot) {
        robot.start();
        for (int i = 0; i < 20; i++) {
            robot.cmdVel.publish(Twist.planar(0.5, i % 2));
            robot.advance(100);
        }
        robot.close();
    }

    @Test
    void makesUpForStepsThatALateTimerMissed() {
        SimulatedRobot late = new SimulatedRobot(new SimConnection.Config());

        robot.start();
        robot.advance(1000);
        late.startLateBy(300);
        late.advance(700);

        assertSameReadings(robot, late);
    }

    private static void assertSameReadings(SimulatedRobot one, SimulatedRobot other) {
        assertThat(other.lidar.messages()).isEqualTo(one.lidar.messages());
        assertThat(other.colorImage.messages()).isEqualTo(one.colorImage.messages());
        assertThat(other.depthImage.messages()).isEqualTo(one.depthImage.messages());
        assertThat(other.imu.messages()).isEqualTo(one.imu.messages());
        assertThat(other.odom.messages()).isEqualTo(one.odom.messages());
        assertThat(other.tf.messages()).isEqualTo(one.tf.messages());
    }

    @Test
    void tellsTheSamePoseByOdometryAndByTransform() {
        driveSquares(robot);

        for (int i = 0; i < robot.odom.messages().size(); i++) {
            Odometry odometry = robot.odom.messages().get(i);
            TFMessage tf = robot.tf.messages().get(i);
            TransformStamped base = tf.transforms().get(0);
            assertThat(base.header()).isEqualTo(odometry.header());
            assertThat(base.childFrameId()).isEqualTo(odometry.childFrameId());
            assertThat(base.transform()).isEqualTo(odometry.pose().pose().toTransform());
        }
    }

    @Test
    void namesTheFramesOfItsSensorsInTheTransforms() {
        driveSquares(robot);

        List<String> frames = robot.tf.messages().get(0).transforms().stream()
                .map(TransformStamped::childFrameId)
                .toList();
        assertThat(frames)
                .contains(robot.lidar.messages().get(0).header().frameId())
                .contains(robot.colorImage.messages().get(0).header().frameId());
    }

    @Test
    void saysNothingOnceClosed() {
        robot.start();
        robot.advance(100);
        robot.close();
        int before = robot.imu.messages().size();

        robot.advance(1000);

        assertThat(robot.imu.messages()).hasSize(before);
    }

    @Test
    void refusesARateThatDoesNotDivideItsSteps() {
        assertThatThrownBy(() -> new SimulatedRobot(new SimConnection.Config(1, 1, 1, 7, 15, 200, 50)))
                .hasMessageContaining("'lidarHz'")
                .hasMessageContaining("must divide 600");
    }

    @Test
    void standsStillHalfASecondAfterTheLastCommand() {
        robot.start();
        robot.cmdVel.publish(Twist.planar(0.5, 0));
        robot.advance(2000);

        FakeStream<Odometry> odom = robot.odom;
        Odometry last = odom.messages().get(odom.messages().size() - 1);
        assertThat(last.twist().twist().linear().x()).isZero();
        assertThat(last.pose().pose().position().x()).isBetween(0.1, 0.5);
    }
}
