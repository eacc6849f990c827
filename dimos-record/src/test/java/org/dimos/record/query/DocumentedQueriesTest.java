package org.dimos.record.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.schedulers.TestScheduler;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dimos.core.array.Bytes;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.nav.Odometry;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.std.Header;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.Tags;
import org.dimos.record.replay.Playback;
import org.dimos.record.selection.Order;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/queries.md, on a robot that drives a tenth of a metre in a tenth of a second. */
class DocumentedQueriesTest {
    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void record() {
        file = folder.resolve("run.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            RecordingStream odom = writer.stream(StreamSpec.of("odom", Odometry.class));
            RecordingStream lidar = writer.stream(StreamSpec.of("lidar", PointCloud2.class));
            for (int i = 0; i < 40; i++) {
                long nanos = Sample.START + i * 100_000_000L;
                Tags tags = Tags.of(Map.of("scene", i < 20 ? "kitchen" : "hall"));
                odom.append(Observation.of("odom", nanos, nanos, odometry(nanos, i / 10.0))
                        .withTags(tags));
                lidar.append(Observation.of("lidar", nanos + 20_000_000, nanos, cloud(nanos))
                        .withTags(tags));
            }
        }
    }

    private static Odometry odometry(long nanos, double x) {
        Pose pose = new Pose(new Point(x, 0, 0), new Quaternion(0, 0, 0, 1));
        return Odometry.of(Header.of(nanos, "odom"), "base_link", pose, Twist.zero());
    }

    private static PointCloud2 cloud(long nanos) {
        return new PointCloud2(Header.of(nanos, "lidar"), 1, 0, List.of(), false, 12, 0, Bytes.empty(), true);
    }

    private static double length(List<Observation<Odometry>> pair) {
        double from = pair.get(0).payload().pose().pose().position().x();
        return pair.get(pair.size() - 1).payload().pose().pose().position().x() - from;
    }

    @Test
    void queriesInCode() {
        Recording recording = Recording.open(file);

        Optional<Observation<PointCloud2>> scan = recording
                .query("lidar", PointCloud2.class)
                .at(Instant.parse("2023-11-14T22:13:22Z"), Duration.ofMillis(100))
                .first();
        assertThat(scan.map(Observation::id)).contains(21L);

        List<Observation<Odometry>> there = recording
                .query("odom", Odometry.class)
                .near(1, 0, 0, 0.5)
                .tag("scene", "kitchen")
                .orderBy(Order.TIME.reversed())
                .limit(10)
                .toList();
        assertThat(there).extracting(Observation::id).first().isEqualTo(16L);

        Query<Aligned<PointCloud2, Odometry>> pairs = recording
                .query("lidar", PointCloud2.class)
                .align(recording.query("odom", Odometry.class), Duration.ofMillis(50));
        assertThat(pairs.count()).isEqualTo(40);

        Query<Double> driven = recording
                .query("odom", Odometry.class)
                .window(2, 1)
                .scan(0.0, (sum, pair) -> sum + length(pair.payload()));
        assertThat(driven.last().map(Observation::payload))
                .hasValueSatisfying(metres -> assertThat(metres).isEqualTo(3.9, within()));
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    @Test
    void posesOfAnotherStream() {
        Recording recording = Recording.open(file);

        Query<Object> near = recording
                .query("lidar")
                .withPosesOf(recording.query("odom"), Duration.ofMillis(50))
                .near(1, 0, 0, 0.15);

        assertThat(near.toList()).extracting(Observation::id).containsExactly(10L, 11L, 12L);
    }

    @Test
    void aReplayOfWhatAQueryGives() {
        Recording recording = Recording.open(file);
        Recording kitchen =
                recording.where("lidar", scans -> scans.tag("scene", "kitchen").limit(100));

        int scans = 0;
        try (Playback playback = kitchen.play()) {
            while (playback.hasNext()) {
                scans += playback.next().stream().equals("lidar") ? 1 : 0;
            }
        }
        assertThat(scans).isEqualTo(20);
    }

    @Test
    void intoAnotherRecording() {
        Recording recording = Recording.open(file);
        Path target = folder.resolve("run-with-means.db");

        recording
                .query("lidar", PointCloud2.class)
                .mapPayload(cloud -> (double) cloud.width())
                .saveBeside(recording, target, "mean_range");

        assertThat(Recording.open(target).query("mean_range", Double.class).count())
                .isEqualTo(40);
        assertThat(Recording.open(target).query("odom").near(1, 0, 0, 0.15).count())
                .isEqualTo(3);
    }

    @Test
    void whileItIsRecorded() {
        TestScheduler time = new TestScheduler();
        TestSubscriber<Observation<Odometry>> subscriber = new TestSubscriber<>();
        Recording.open(file)
                .query("odom", Odometry.class)
                .live(LiveBuffer.latest(), Duration.ofMillis(100), time)
                .subscribe(subscriber);

        time.advanceTimeBy(100, TimeUnit.MILLISECONDS);

        assertThat(subscriber.values()).last().extracting(Observation::id).isEqualTo(40L);
        subscriber.cancel();
    }
}
