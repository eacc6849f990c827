package org.dimos.record.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No file and no message makes a reader crash, hang or take more memory than it is given. For as many seconds as the property {@code
 * dimos.fuzz.seconds} says: half of them Jazzer looks for inputs that take new branches, in the others valid inputs are damaged at random,
 * from a seed that is told; {@code dimos.fuzz.seed} begins at a given one. Where Jazzer does not run, all the time is for the second way.
 */
class FuzzIT {
    private static final String MEMORY = "-Xmx256m";
    private static final int SECONDS = Integer.getInteger("dimos.fuzz.seconds", 20);
    private static final int GUIDED_SECONDS = SECONDS / 2;

    private static JazzerRun guided = new JazzerRun(false, false, "");

    @TempDir
    Path folder;

    /** First, as the time for the other way depends on it. */
    @BeforeAll
    static void fuzzGuided(@TempDir Path folder) throws IOException, InterruptedException {
        guided = JazzerRun.forSeconds(GUIDED_SECONDS, folder);
    }

    @Test
    void inputsThatTakeNewBranchesAreReadOrRefused() {
        System.out.println("fuzzing by coverage for " + GUIDED_SECONDS + " s: " + guided.report());
        assumeThat(guided.began())
                .as("Jazzer does not run on this platform or JDK; damaged inputs get its time: " + guided.report())
                .isTrue();

        assertThat(guided.failed()).as(guided.report()).isFalse();
    }

    @Test
    void damagedInputsAreReadOrRefused() throws IOException, InterruptedException {
        long seed = Long.getLong("dimos.fuzz.seed", new Random().nextInt(1_000_000) * 1000L);
        int seconds = guided.began() ? SECONDS - GUIDED_SECONDS : SECONDS;
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FuzzRun.class.getName(),
                        Long.toString(seed),
                        Integer.toString(seconds),
                        folder.toString(),
                        System.getProperty("dimos.data", "../../shared/data"))
                .redirectErrorStream(true)
                .start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        System.out.println("fuzzing for " + seconds + " s from seed " + seed + ": " + report.strip());
        assertThat(process.waitFor()).as("seed " + seed + ": " + report).isZero();
    }
}
