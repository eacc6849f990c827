package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dimos.record.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunIT {
    @TempDir
    Path folder = Path.of("");

    private String record(String seconds) {
        String file = folder.resolve("new/run.db").toString();
        Answer answer = Answer.to("run", "test-counting", "--record", file, "--duration", seconds);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("recording into " + file).contains("0 lost");
        return file;
    }

    @Test
    void whatWasRecordedIsSentAgain() throws IOException {
        String file = record("0.3");

        Answer answer = Answer.to("run", "test-counting", "--replay", file, "--speed", "10", "--json");

        JsonNode count =
                new ObjectMapper().readTree(answer.out()).get("streams").get(0);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(count.get("recorded").asLong())
                .isPositive()
                .isEqualTo(count.get("sent").asLong());
        assertThat(count.get("delivered").asLong()).isEqualTo(count.get("sent").asLong());
        assertThat(answer.err()).contains("replaced  Counter   by the recorded count");
    }

    @Test
    void asFastAsPossibleIsToldAsTimesRealTime() throws IOException {
        String file = record("0.3");

        Answer answer = Answer.to("run", "test-counting", "--replay", file, "--speed", "max", "--json");

        JsonNode replay = new ObjectMapper().readTree(answer.out()).get("replay");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(replay.get("times_real_time").asDouble()).isPositive();
        assertThat(replay.get("late").get("messages").asLong()).isZero();
    }

    @Test
    void aLoopEndsAfterItsDurationOfRecordedTime() throws IOException {
        String file = record("0.3");

        Answer answer = Answer.to(
                "run",
                "test-counting",
                "--replay",
                file,
                "--ab",
                "0.1,0.15",
                "--duration",
                "0.5",
                "--speed",
                "max",
                "--json");

        JsonNode replay = new ObjectMapper().readTree(answer.out()).get("replay");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(replay.get("recorded_s").asDouble()).isEqualTo(0.5);
    }

    @Test
    void planSaysWhatIsReplacedAndRunsNothing() {
        String file = record("0.1");

        Answer answer = Answer.to("run", "test-counting", "--replay", file, "--plan");

        assertThat(answer.out()).contains("replaced  Counter").contains("runs      Listener  on count");
        assertThat(answer.code()).isZero();
    }

    @Test
    void unknownStreamsAndTimesOfARecordingAreTold() {
        String file = record("0.1");

        assertMistake("stream 'cout' is not in", "--only", "cout", "--replay", file);
        assertMistake("stream 'cout' is not in", "--every", "cout=2", "--replay", file);
        assertMistake("at least 1", "--every", "count=0", "--replay", file);
        assertMistake("greater than 0", "--rate", "count=0", "--replay", file);
        assertMistake("nothing of the recording plays", "--rename", "count=other", "--replay", file);
        assertMistake("outside of the recording", "--seek", "999", "--replay", file);
        assertMistake("is not a speed from 0.01 to 1000", "--speed", "0", "--replay", file);
        assertMistake("module 'Conter' is not in the blueprint", "--keep", "Conter", "--replay", file);
    }

    private static void assertMistake(String expected, String... options) {
        String[] words = Stream.concat(Stream.of("run", "test-counting"), Stream.of(options))
                .toArray(String[]::new);
        Answer answer = Answer.to(words);
        assertThat(answer.complaints()).singleElement().asString().contains(expected);
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void infoSaysWhatWasRecorded() {
        String file = record("0.1");

        assertThat(Answer.to("info", file).out())
                .contains("run of test-counting")
                .contains("count");
    }

    @Test
    void aModuleThatFailsIsNamedInOneLine() {
        Answer answer = Answer.to("run", "test-failing", "--duration", "10");

        assertThat(answer.complaints())
                .as(answer.err())
                .containsExactly("dimos: module 'Failing' failed: three is too much");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void aSignalClosesTheRecordingAndTheTableIsWritten() throws IOException, InterruptedException {
        Path file = folder.resolve("run.db");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Dimos.class.getName(),
                "run",
                "test-counting",
                "--record",
                file.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).startsWith("test-counting runs");
            assertThat(out.readLine()).startsWith("recording into ");

            process.toHandle().destroy();

            assertThat(out.lines().collect(Collectors.joining("\n")))
                    .contains("stream")
                    .contains("stored in " + file + ", 0 lost");
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(Recording.open(file).recorded()).hasSize(1);
    }
}
