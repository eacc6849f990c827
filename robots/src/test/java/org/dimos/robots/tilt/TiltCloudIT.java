package org.dimos.robots.tilt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Graph;
import org.dimos.msgs.sensor.LaserScan;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.tf2.TFMessage;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.imports.ImportListener;
import org.dimos.record.imports.ImportOptions;
import org.dimos.record.imports.Importer;
import org.dimos.record.replay.Playback;
import org.dimos.robots.FakeStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clouds of a real tilting laser, recorded as a ROS bag. */
class TiltCloudIT {
    private static final List<LaserScan> SCANS = new ArrayList<>();
    private static final List<TFMessage> TRANSFORMS = new ArrayList<>();

    @TempDir
    static Path folder;

    @BeforeAll
    static void importBag() {
        Path bag = Path.of(System.getProperty("dimos.data", "../shared/data"), "recordings", "tilt_laser.bag");
        assumeTrue(Files.exists(bag), "the recording " + bag + " is not there");
        Importer.importBag(bag, recording(), ImportOptions.defaults(), ImportListener.none());
        try (Playback playback = Recording.open(recording()).only("scan", "tf").play()) {
            while (playback.hasNext()) {
                keep(playback.next());
            }
        }
    }

    private static Path recording() {
        return folder.resolve("tilt.db");
    }

    private static void keep(Observation<?> observation) {
        if (observation.payload() instanceof LaserScan scan) {
            SCANS.add(scan);
        } else if (observation.payload() instanceof TFMessage transforms) {
            TRANSFORMS.add(transforms);
        }
    }

    @Test
    void placesThePointsOfAllScansWhereAnIndependentComputationDoes() {
        List<PointCloud2> clouds = clouds();

        assertThat(SCANS).hasSize(178);
        assertThat(clouds).as("half a turn and the rest").hasSize(2);
        assertThat(clouds.stream().mapToInt(PointCloud2::width).sum()).isEqualTo(validBeams());
        new BruteForceTiltCloud(TRANSFORMS, "tilt_axis", "laser").assertSamePoints(clouds, SCANS);
    }

    private static List<PointCloud2> clouds() {
        FakeStream<LaserScan> scan = new FakeStream<>();
        FakeStream<TFMessage> tf = new FakeStream<>();
        FakeStream<PointCloud2> cloud = new FakeStream<>();
        new TiltCloudAssembler(new TiltCloudAssembler.Ports(scan, tf, cloud), new TiltCloudAssembler.Config()).start();
        TRANSFORMS.forEach(tf::publish);
        SCANS.forEach(scan::publish);
        tf.complete();
        scan.complete();
        return cloud.messages();
    }

    private static int validBeams() {
        int valid = 0;
        for (LaserScan scan : SCANS) {
            for (int i = 0; i < scan.ranges().length(); i++) {
                float range = scan.ranges().get(i);
                valid += range >= scan.rangeMin() && range <= scan.rangeMax() ? 1 : 0;
            }
        }
        return valid;
    }

    @Test
    void givesTheSameCloudsInAGraphAtEightTimesTheSpeed() throws Exception {
        Path replayed = folder.resolve("clouds.db");
        Blueprint blueprint = TiltBlueprints.CLOUD
                .replay(Recording.open(recording()).speed(8))
                .record(replayed);

        try (Graph graph = blueprint.start()) {
            graph.ended().toCompletableFuture().get(60, TimeUnit.SECONDS);
        }

        assertThat(recordedClouds(replayed)).isEqualTo(clouds());
    }

    private static List<PointCloud2> recordedClouds(Path file) {
        List<PointCloud2> clouds = new ArrayList<>();
        try (Playback playback = Recording.open(file).only("cloud").play()) {
            while (playback.hasNext()) {
                clouds.add((PointCloud2) playback.next().payload());
            }
        }
        return clouds;
    }
}
