package org.dimos.record.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No file and no message makes a reader crash, hang or take more memory than it is given. For as many seconds as the property {@code
 * dimos.fuzz.seconds} says, from a seed that is told; {@code dimos.fuzz.seed} begins at a given one.
 */
class FuzzIT {
    private static final String MEMORY = "-Xmx256m";

    @TempDir
    Path folder;

    @Test
    void damagedInputsAreReadOrRefused() throws IOException, InterruptedException {
        long seed = Long.getLong("dimos.fuzz.seed", new Random().nextInt(1_000_000) * 1000L);
        int seconds = Integer.getInteger("dimos.fuzz.seconds", 20);
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
