package org.dimos.record.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.repair.Doctor;
import org.dimos.record.repair.Verdict;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process at random moments while it saves edits. */
class KilledSaveIT {
    private static final long START = 1_780_000_000_000_000_000L;
    private static final long SEED = 20_261_121;
    private static final int KILLS = 5;
    private static final int ROWS = 3000;

    @TempDir
    Path folder;

    @Test
    void leavesAWholeRecordingAtAnyMoment() throws Exception {
        Path file = folder.resolve("run.db");
        write(file);
        Random random = new Random(SEED);
        for (int n = 0; n < KILLS; n++) {
            killWhileItSaves(file, random.nextInt(400));
            String what = "seed " + SEED + " kill " + n;
            assertThat(Doctor.examine(file, false, rows -> {}).verdict())
                    .as(what)
                    .isEqualTo(Verdict.SOUND);
            assertThat(Recording.open(file).recorded().get(1).messages())
                    .as(what)
                    .isEqualTo(ROWS);
        }
        Saved saved = Recording.open(file).edit().rename("odom", "pose").save();
        assertThat(saved.original()).isPresent();
        try (Stream<Path> left = Files.list(folder)) {
            List<String> names =
                    left.map(each -> each.getFileName().toString()).sorted().toList();
            assertThat(names).containsExactly("run.db", "run.db.bak");
        }
    }

    private static void write(Path file) {
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            RecordingStream odom = writer.stream(StreamSpec.of("odom", String.class));
            RecordingStream cpu = writer.stream(StreamSpec.of("cpu", Double.class));
            for (int i = 0; i < ROWS; i++) {
                long time = START + i * 1_000_000L;
                long unusedText = odom.append(Observation.of("odom", time, time, "x".repeat(500)));
                long unusedNumber = cpu.append(Observation.of("cpu", time, time, i / 8.0));
            }
        }
    }

    private static void killWhileItSaves(Path file, int millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessSaver.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            assertThat(output.readLine()).as("the first save").isNotNull();
            assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS))
                    .as("it goes on")
                    .isFalse();
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
