package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dimos.core.time.SystemClock;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.rolling.RunFolder;
import org.dimos.record.rolling.StateFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlwaysOnIT {
    @TempDir
    Path folder;

    private Answer dimos(String... words) {
        return Answer.with(Map.of("DIMOS_STATE", folder.toString()), words);
    }

    private List<RunFolder> runs() {
        return new StateFolder(folder).runs();
    }

    @Test
    void aRunIsKeptAndAPartOfItReplays() throws IOException {
        Answer run = dimos("run", "test-counting", "--duration", "0.5");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("recording into " + folder);
        JsonNode listed =
                new ObjectMapper().readTree(dimos("runs", "--json").out()).get(0);
        assertThat(listed.get("state").asText()).isEqualTo("ended");
        assertThat(listed.get("blueprint").asText()).isEqualTo("test-counting");
        String name = listed.get("name").asText();
        assertThat(dimos("info", name).out()).contains("run of test-counting");

        String file = folder.resolve("kept.db").toString();
        Answer kept = dimos("keep", name, "--from", "-0.2", file);

        assertThat(kept.code()).as(kept.err()).isZero();
        assertThat(Recording.open(file).window().length()).isLessThanOrEqualTo(Duration.ofMillis(201));
        Answer replay = dimos("run", "test-counting", "--replay", file, "--speed", "10");
        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(runs()).hasSize(1);
        Answer again = dimos("keep", file);
        assertThat(again.complaints()).singleElement().asString().contains("exists already");
        assertThat(dimos("keep", "--from", "100", folder.resolve("none.db").toString())
                        .complaints())
                .singleElement()
                .asString()
                .contains("there is nothing of");
    }

    @Test
    void whoeverRecordsByHimselfOrNotAtAllGetsNoRollingRecording() {
        String file = folder.resolve("run.db").toString();
        dimos("run", "test-counting", "--duration", "0.1", "--no-record");
        dimos("run", "test-counting", "--duration", "0.1", "--record", file);
        assertThat(runs()).isEmpty();
        assertThat(dimos("runs").out()).contains("there is no run");
        assertThat(dimos("keep", "x").complaints()).singleElement().asString().contains("there is no run");
    }

    @Test
    void aRunGoesOnWhereNothingCanBeKept() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        Answer run = Answer.with(Map.of("DIMOS_STATE", file.toString()), "run", "test-counting", "--duration", "0.1");
        assertThat(run.code()).isZero();
        assertThat(run.complaints())
                .singleElement()
                .asString()
                .contains("the run goes on without its rolling recording");
    }

    @Test
    void sizesThatMakeNoSenseAreRefused() {
        assertThat(dimos("run", "test-counting", "--rolling-size", "5MB").complaints())
                .singleElement()
                .asString()
                .contains("10.0 MB at least");
        assertThat(dimos("run", "test-counting", "--rolling-size", "many").complaints())
                .singleElement()
                .asString()
                .contains("is no size");
    }

    @Test
    void anotherProcessIsFollowedWhileItRuns() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Dimos.class.getName(),
                "run",
                "test-counting",
                "--rolling-age",
                "8");
        builder.environment().put("DIMOS_STATE", folder.toString());
        Process process =
                builder.redirectError(folder.resolve("errors.txt").toFile()).start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.readLine();
            out.readLine();
            long first = await(0);
            long second = await(first + 100);
            assertThat(runs().get(0).about().state().text()).isEqualTo("running");
            String file = folder.resolve("kept.db").toString();
            assertThat(dimos("keep", "--from", "0", file).code()).isZero();
            assertThat(messages(Recording.open(file))).isGreaterThanOrEqualTo(second);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(runs().get(0).about().state().text()).isEqualTo("crashed");
        assertThat(messages(Recording.of(runs().get(0).source()))).isGreaterThan(100);
    }

    /** How many messages there are as soon as there are more. */
    private long await(long more) {
        SystemClock clock = new SystemClock();
        long limit = clock.nanos() + Duration.ofSeconds(30).toNanos();
        long count = 0;
        while (count <= more && clock.nanos() < limit) {
            List<RunFolder> runs = runs();
            count = runs.isEmpty() ? 0 : readable(runs.get(0));
            Thread.onSpinWait();
        }
        assertThat(count).isGreaterThan(more);
        return count;
    }

    /** How many messages a run has whose first file may just be made. */
    private static long readable(RunFolder run) {
        try {
            return messages(Recording.of(run.source()));
        } catch (RecordingException e) {
            return 0;
        }
    }

    private static long messages(Recording recording) {
        return recording.recorded().stream()
                .mapToLong(stream -> stream.messages())
                .sum();
    }
}
