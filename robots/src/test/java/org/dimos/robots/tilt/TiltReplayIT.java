package org.dimos.robots.tilt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dimos.blueprint.junit.ReplayResult;
import org.dimos.blueprint.junit.ReplayTest;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.record.imports.ImportListener;
import org.dimos.record.imports.ImportOptions;
import org.dimos.record.imports.Importer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The clouds of a real tilting laser as a test of a replay. */
class TiltReplayIT {
    private static final String FILE = "dimos.test.tilt";

    @TempDir
    static Path folder;

    @BeforeAll
    static void importBag() {
        Path bag = Path.of(System.getProperty("dimos.data", "../shared/data"), "recordings", "tilt_laser.bag");
        assumeTrue(Files.exists(bag), "the recording " + bag + " is not there");
        Path file = folder.resolve("tilt.db");
        Importer.importBag(bag, file, ImportOptions.defaults(), ImportListener.none());
        System.setProperty(FILE, file.toString());
    }

    @ReplayTest(recording = "${" + FILE + "}", blueprint = "tilt-cloud")
    void givesTheSameCloudsInEveryReplay(ReplayResult result) {
        assertThat(result.stream("cloud", PointCloud2.class)
                        .isAsRecorded()
                        .everyMessage(
                                "be in the frame of the base",
                                cloud -> cloud.header().frameId().equals("tilt_base"))
                        .messages())
                .isNotEmpty();
    }

    @ReplayTest(recording = "nowhere/missing.db", blueprint = "tilt-cloud")
    void isSkippedWithoutItsRecording(ReplayResult result) {
        throw new AssertionError("there is no recording, but there was a replay: " + result.report());
    }
}
