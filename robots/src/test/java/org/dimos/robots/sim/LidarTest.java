package org.dimos.robots.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.dimos.msgs.std.Header;
import org.dimos.robots.geometry.CloudReader;
import org.dimos.robots.geometry.Pose2;
import org.junit.jupiter.api.Test;

class LidarTest {
    private static final Header HEADER = Header.of(5_000_000_000L, "lidar");
    private final World office = Office.of(1);

    @Test
    void everyPointLiesOnASurface() {
        Pose2 pose = new Pose2(8, 5, 0.7);
        Lidar lidar = new Lidar(office, new SplittableRandom(1), 0);

        CloudReader points = new CloudReader(lidar.scan(pose).toCloud(HEADER));

        assertThat(points.size()).isEqualTo(Lidar.RINGS * Lidar.SHOTS);
        for (int i = 0; i < points.size(); i++) {
            Pose2 point = pose.compose(new Pose2(points.x(i), points.y(i), 0));
            assertThat(isOnASurface(point.x(), point.y(), Lidar.HEIGHT + points.z(i)))
                    .as("point %d", i)
                    .isTrue();
        }
    }

    private boolean isOnASurface(double x, double y, double z) {
        return isNear(z, 0)
                || isNear(z, office.ceiling())
                || office.solids().stream().anyMatch(solid -> isOnASurface(solid, x, y, z));
    }

    private static boolean isOnASurface(Solid solid, double x, double y, double z) {
        double outside = solid.footprint().distance(x, y);
        boolean onSide = isNear(outside, 0) && z > solid.bottom() - 1e-4 && z < solid.top() + 1e-4;
        return onSide || (outside < 1e-4 && (isNear(z, solid.top()) || isNear(z, solid.bottom())));
    }

    private static boolean isNear(double one, double other) {
        return Math.abs(one - other) < 1e-4;
    }

    @Test
    void noiseSpreadsTheRanges() {
        Pose2 pose = new Pose2(8, 5, 0);
        CloudReader exact = new CloudReader(
                new Lidar(office, new SplittableRandom(1), 0).scan(pose).toCloud(HEADER));
        CloudReader noisy = new CloudReader(
                new Lidar(office, new SplittableRandom(1), 1).scan(pose).toCloud(HEADER));

        double sum = 0;
        for (int i = 0; i < exact.size(); i++) {
            double error = range(noisy, i) - range(exact, i);
            sum += error * error;
        }
        assertThat(Math.sqrt(sum / exact.size())).isEqualTo(0.01, within(0.002));
    }

    private static double range(CloudReader points, int i) {
        return Math.sqrt(points.x(i) * points.x(i) + points.y(i) * points.y(i) + points.z(i) * points.z(i));
    }
}
