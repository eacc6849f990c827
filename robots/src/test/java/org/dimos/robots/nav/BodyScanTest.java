package org.dimos.robots.nav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dimos.core.array.Bytes;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.msgs.nav.Odometry;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.std.Header;
import org.dimos.robots.FakeStream;
import org.dimos.robots.geometry.CloudReader;
import org.dimos.robots.geometry.CloudWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodyScanTest {
    private static final long SECOND = 1_000_000_000L;

    private final FakeStream<PointCloud2> lidar = new FakeStream<>();
    private final FakeStream<PoseStamped> odom = new FakeStream<>();
    private final FakeStream<PointCloud2> scan = new FakeStream<>();
    private final FakeStream<Odometry> odometry = new FakeStream<>();

    @BeforeEach
    void start() {
        new BodyScan(new BodyScan.Ports(lidar, odom, scan, odometry)).start();
    }

    @Test
    void pointsOfTheWorldAreSeenFromTheBody() {
        odom.publish(pose(5 * SECOND, 1, 2, 0.3, Math.PI / 2));
        lidar.publish(cloud("world", 4 * SECOND, 1, 5, 0.8));

        PointCloud2 seen = scan.messages().get(0);
        CloudReader points = new CloudReader(seen);
        assertThat(points.x(0)).isCloseTo(3, within(1e-5f));
        assertThat(points.y(0)).isCloseTo(0, within(1e-5f));
        assertThat(points.z(0)).isCloseTo(0.5f, within(1e-5f));
        assertThat(seen.header()).isEqualTo(Header.of(5 * SECOND, "base_link"));
    }

    @Test
    void thePoseBecomesOdometry() {
        PoseStamped pose = pose(5 * SECOND, 1, 2, 0.3, 0);
        odom.publish(pose);

        assertThat(odometry.messages()).singleElement().satisfies(message -> {
            assertThat(message.pose().pose()).isEqualTo(pose.pose());
            assertThat(message.stampNanos()).isEqualTo(5 * SECOND);
        });
    }

    @Test
    void aCloudOfTheBodyStaysAsItIs() {
        PointCloud2 cloud = cloud("base_link", SECOND, 1, 2, 3);
        lidar.publish(cloud);
        odom.publish(pose(SECOND, 1, 2, 0.3, 0));
        lidar.publish(cloud);

        assertThat(scan.messages()).containsExactly(cloud);
    }

    @Test
    void aCloudThatIsNoneIsLeftOut() {
        odom.publish(pose(SECOND, 0, 0, 0, 0));
        lidar.publish(
                new PointCloud2(Header.of(SECOND, "world"), 1, 1000, List.of(), false, 16, 16, Bytes.empty(), true));
        lidar.publish(cloud("world", SECOND, 1, 2, 3));

        assertThat(scan.messages()).hasSize(1);
    }

    private static PoseStamped pose(long stamp, double x, double y, double z, double yaw) {
        return new PoseStamped(Header.of(stamp, "world"), new Pose(new Point(x, y, z), Quaternion.ofYaw(yaw)));
    }

    private static PointCloud2 cloud(String frame, long stamp, double x, double y, double z) {
        CloudWriter writer = new CloudWriter(1);
        writer.add(x, y, z, 0);
        return writer.toCloud(Header.of(stamp, frame));
    }
}
