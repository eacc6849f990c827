package org.dimos.robots.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class Pose2Test {
    @Test
    void turnsTheShortWayBetweenTwoPoses() {
        Pose2 between = new Pose2(0, 0, 3.1).interpolated(new Pose2(2, 0, -3.1), 0.5);

        assertThat(between.x()).isEqualTo(1);
        assertThat(Math.abs(between.yaw())).isEqualTo(Math.PI, within(1e-9));
    }

    @Test
    void givesLocalPointsInTheFrameOfThePose() {
        Pose2 point = new Pose2(1, 2, Math.PI / 2).compose(new Pose2(3, 0, 0));

        assertThat(point.x()).isEqualTo(1, within(1e-9));
        assertThat(point.y()).isEqualTo(5, within(1e-9));
    }

    @Test
    void wrapsAnglesIntoOneTurn() {
        for (double angle = -20; angle < 20; angle += 0.1) {
            double wrapped = Pose2.wrap(angle);

            assertThat(wrapped).isBetween(-Math.PI, Math.PI);
            assertThat(Math.cos(wrapped)).isEqualTo(Math.cos(angle), within(1e-9));
            assertThat(Math.sin(wrapped)).isEqualTo(Math.sin(angle), within(1e-9));
        }
    }
}
