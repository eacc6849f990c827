package org.dimos.robots.tilt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dimos.core.array.Floats;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.msgs.geometry.Transform;
import org.dimos.msgs.geometry.TransformStamped;
import org.dimos.msgs.geometry.Vector3;
import org.dimos.msgs.sensor.LaserScan;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.std.Header;
import org.dimos.msgs.tf2.TFMessage;
import org.dimos.robots.FakeStream;
import org.junit.jupiter.api.Test;

class TiltCloudAssemblerTest {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final int SECONDS = 20;
    private static final int SHUFFLES = 50;

    private final FakeStream<LaserScan> scan = new FakeStream<>();
    private final FakeStream<TFMessage> tf = new FakeStream<>();
    private final FakeStream<PointCloud2> cloud = new FakeStream<>();
    private final List<LaserScan> scans = scans();
    private final List<TFMessage> transforms = transforms();

    private void start() {
        new TiltCloudAssembler(new TiltCloudAssembler.Ports(scan, tf, cloud), new TiltCloudAssembler.Config()).start();
    }

    @Test
    void placesEveryBeamWhereAnIndependentComputationDoes() {
        start();
        transforms.forEach(tf::publish);
        scans.forEach(scan::publish);
        tf.complete();
        scan.complete();

        new BruteForceTiltCloud(transforms, "tilt_axis", "laser").assertSamePoints(cloud.messages(), scans);
    }

    @Test
    void publishesACloudPerSweep() {
        start();
        transforms.forEach(tf::publish);

        scans.forEach(scan::publish);

        assertThat(cloud.messages()).hasSizeBetween(5, 8);
        assertThat(cloud.messages()).allSatisfy(message -> {
            assertThat(message.header().frameId()).isEqualTo("tilt_base");
            assertThat(message.width()).isGreaterThan(500);
        });
    }

    @Test
    void givesTheSameCloudsHoweverTheStreamsAreInterleaved() {
        List<PointCloud2> inOrder = clouds(new SplittableRandom(0), 0.5);
        for (long seed = 1; seed <= SHUFFLES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);

            assertThat(clouds(random, random.nextDouble()))
                    .as("seed %d", seed)
                    .isEqualTo(inOrder)
                    .isNotEmpty();
        }
    }

    private static List<PointCloud2> clouds(SplittableRandom random, double scanFirst) {
        TiltCloudAssemblerTest fresh = new TiltCloudAssemblerTest();
        fresh.start();
        ArrayDeque<LaserScan> scans = new ArrayDeque<>(fresh.scans);
        ArrayDeque<TFMessage> transforms = new ArrayDeque<>(fresh.transforms);
        while (!scans.isEmpty() || !transforms.isEmpty()) {
            if (transforms.isEmpty() || (!scans.isEmpty() && random.nextDouble() < scanFirst)) {
                fresh.scan.publish(scans.remove());
            } else {
                fresh.tf.publish(transforms.remove());
            }
        }
        fresh.scan.complete();
        fresh.tf.complete();
        return fresh.cloud.messages();
    }

    @Test
    void waitsForTheTransformOfTheLastBeam() {
        start();
        scan.publish(scans.get(0));
        scan.complete();
        assertThat(cloud.messages()).isEmpty();

        transforms.forEach(tf::publish);
        tf.complete();

        assertThat(cloud.messages()).hasSize(1);
    }

    @Test
    void publishesTheSweepThatWasGoingOnWhenItsInputsEnd() {
        start();
        transforms.forEach(tf::publish);
        scans.subList(0, 5).forEach(scan::publish);
        assertThat(cloud.messages()).isEmpty();

        scan.complete();
        tf.complete();

        assertThat(cloud.messages()).hasSize(1);
    }

    @Test
    void publishesNothingWithoutTransforms() {
        start();
        scans.forEach(scan::publish);
        scan.complete();
        tf.complete();

        assertThat(cloud.messages()).isEmpty();
    }

    /** Ten scans per second with a hundred beams, some of them without an answer. */
    private static List<LaserScan> scans() {
        SplittableRandom random = new SplittableRandom(7);
        List<LaserScan> scans = new ArrayList<>();
        for (int i = 0; i < SECONDS * 10; i++) {
            float[] ranges = new float[100];
            for (int beam = 0; beam < ranges.length; beam++) {
                ranges[beam] = (float) random.nextDouble(-1, 11);
            }
            ranges[3] = Float.NaN;
            ranges[4] = Float.POSITIVE_INFINITY;
            Header header = Header.of(START + i * (100 * MILLI), "/laser");
            scans.add(
                    new LaserScan(header, -2, 2, 0.04f, 0.0002f, 0.1f, 0.1f, 10, Floats.wrap(ranges), Floats.empty()));
        }
        return scans;
    }

    /** The unit swings by 40 degrees with a period of seven seconds; the mount is told ten times a second. */
    private static List<TFMessage> transforms() {
        List<TFMessage> messages = new ArrayList<>();
        for (int i = 0; i <= SECONDS * 20 + 10; i++) {
            long stamp = START - 20 * MILLI + i * (50 * MILLI);
            double angle = Math.toRadians(40) * Math.sin(i * 0.05 * 2 * Math.PI / 7);
            messages.add(tf(stamp, "/tilt_base", "/tilt_axis", 0.22, Quaternion.ofRollPitchYaw(0, angle, 0)));
            if (i % 2 == 1) {
                Quaternion mounted = Quaternion.ofRollPitchYaw(0.002, 0, -0.008);
                messages.add(tf(stamp + 40 * MILLI, "/tilt_axis", "/laser", 0.04, mounted));
            }
        }
        return messages;
    }

    private static TFMessage tf(long stamp, String parent, String child, double z, Quaternion rotation) {
        Transform transform = new Transform(new Vector3(0, 0, z), rotation);
        return TFMessage.of(new TransformStamped(Header.of(stamp, parent), child, transform));
    }
}
