package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.dimos.blueprint.introspection.LiveRun;
import org.dimos.blueprint.introspection.LiveRuns;
import org.dimos.core.time.SystemClock;
import org.dimos.record.rolling.StateFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRunsIT {
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Answer dimos(Path state, String... words) {
        return Answer.with(Map.of("DIMOS_STATE", state.toString()), words);
    }

    private Answer dimos(String... words) {
        return dimos(folder, words);
    }

    private Process start(Path state, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Dimos.class.getName(),
                "run"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DIMOS_STATE", state.toString());
        int number = processes.size();
        Process process = builder.redirectOutput(folder.resolve("out" + number).toFile())
                .redirectError(folder.resolve("err" + number).toFile())
                .start();
        processes.add(process);
        return process;
    }

    private static void await(BooleanSupplier condition) {
        SystemClock clock = new SystemClock();
        long limit = clock.nanos() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(clock.nanos()).as("waited for too long").isLessThan(limit);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static List<LiveRun> runs(Path state) {
        return new LiveRuns(new StateFolder(state)).list();
    }

    private LiveRun awaitRun(Process process, Path state) {
        await(() -> runs(state).stream().anyMatch(run -> run.pid() == process.pid()) || !process.isAlive());
        return runs(state).stream()
                .filter(run -> run.pid() == process.pid())
                .findFirst()
                .orElseThrow(() -> new AssertionError("the run has ended"));
    }

    private static JsonNode json(Answer answer) throws IOException {
        assertThat(answer.code()).as(answer.err()).isZero();
        return new ObjectMapper().readTree(answer.out());
    }

    @Test
    void twoRunsOfABlueprintAreListedWatchedAndStopped() throws Exception {
        Process first = start(folder, "test-counting");
        Process second = start(folder, "test-counting", "--no-record");
        LiveRun one = awaitRun(first, folder);
        LiveRun two = awaitRun(second, folder);

        JsonNode listed = json(dimos("ps", "--json"));
        assertThat(listed.findValuesAsText("run")).containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(listed.findValuesAsText("blueprint")).containsOnly("test-counting");
        assertThat(dimos("ps").out()).contains(one.id(), "yes", "no", "live");

        Answer ambiguous = dimos("top", "test-counting", "--once");
        assertThat(ambiguous.code()).isEqualTo(2);
        assertThat(ambiguous.complaints()).singleElement().asString().contains("2 runs", one.id(), two.id());
        assertThat(dimos("stop").complaints()).singleElement().asString().contains(one.id(), two.id());

        await(() -> one.status().streams().get(0).sent() > 10);
        JsonNode top = json(dimos("top", one.id(), "--once", "--json"));
        assertThat(top.get("modules").findValuesAsText("name")).contains("Counter", "Listener");
        assertThat(top.get("streams").get(0).get("sentPerSecond").asDouble()).isBetween(10.0, 200.0);
        assertThat(dimos("top", one.id(), "--once").out()).contains("recorder: recording", "Counter", "count");

        Answer stop = dimos("stop", one.id());
        assertThat(stop.code()).as(stop.err()).isZero();
        assertThat(stop.out()).contains(one.id() + " has stopped");
        assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).isZero();
        assertThat(Files.readString(folder.resolve("out0"))).contains("stored in", "0 lost");
        assertThat(runs(folder)).extracting(LiveRun::id).containsExactly(two.id());

        assertThat(dimos("stop", "--all").code()).isZero();
        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isZero();
        assertThat(dimos("ps").out()).contains("no run is going on");
        assertThat(folder.resolve("live")).isEmptyDirectory();
    }

    @Test
    void aKilledRunIsForgottenButItsLogIsThere() throws Exception {
        Process process = start(folder, "test-counting", "--no-record");
        LiveRun run = awaitRun(process, folder);
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("live")).isNotEmptyDirectory();

        assertThat(dimos("ps").out()).contains("no run is going on");
        assertThat(folder.resolve("live")).isEmptyDirectory();
        assertThat(dimos("stop", run.id()).complaints())
                .singleElement()
                .asString()
                .contains("is going on");
        assertThat(dimos("log", run.id()).out()).contains("test-counting runs");
    }

    @Test
    void aLogIsFollowedUntilTheRunEnds() throws Exception {
        Process process = start(folder, "test-counting", "--duration", "3");
        LiveRun run = awaitRun(process, folder);

        Answer log = dimos("log", "-f");

        assertThat(log.code()).as(log.err()).isZero();
        assertThat(log.out().lines().toList()).first().asString().contains("test-counting runs for 3.00 s");
        assertThat(log.out()).contains("messages stored, 0 lost");
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        Answer last = dimos("log", "test-counting", "-n", "1");
        assertThat(last.out().lines()).singleElement().asString().contains("test-counting has ended");
        assertThat(dimos("log", run.id().substring(0, 12), "-n", "0").out()).isEmpty();
        assertThat(dimos("log", "-n", "-1").code()).isEqualTo(2);
        assertThat(dimos("log", "other").complaints())
                .singleElement()
                .asString()
                .contains("no run named 'other'");
    }

    @Test
    void topEndsWithTheRun() throws Exception {
        Process process = start(folder, "test-counting", "--no-record", "--duration", "3");
        LiveRun run = awaitRun(process, folder);

        Answer top = dimos("top", "test-counting");

        assertThat(top.code()).as(top.err()).isZero();
        assertThat(top.out()).contains("Counter", "(outside of modules)");
        assertThat(top.complaints()).containsExactly("run " + run.id() + " has ended");
    }

    @Test
    void aReplayIsListedWithItsPlayer() throws Exception {
        String file = folder.resolve("run.db").toString();
        assertThat(dimos("run", "test-counting", "--record", file, "--duration", "1")
                        .code())
                .isZero();
        Process process = start(folder, "test-counting", "--replay", file, "--loop");
        awaitRun(process, folder);

        assertThat(dimos("ps").out()).contains("replay");
        assertThat(dimos("top", "--once").out()).contains("player: playing", "Player of");
        assertThat(dimos("stop").code()).isZero();
    }

    @Test
    void aRunThatDoesNotAnswerIsSentASignalAndKilledByForce() throws Exception {
        Process process = start(folder, "test-counting", "--no-record");
        LiveRun run = awaitRun(process, folder);
        signal("STOP", process);

        Answer list = dimos("ps");
        assertThat(list.out()).contains(run.id(), "does not answer");
        Answer stop = dimos("stop", run.id(), "--force");

        assertThat(stop.code()).as(stop.err()).isZero();
        assertThat(stop.out()).contains(run.id() + " was killed");
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    @Test
    void aStateFolderWithALongPathWorks() throws Exception {
        Path deep = folder.resolve("a".repeat(100)).resolve("b".repeat(100));
        Process process = start(deep, "test-counting");
        LiveRun run = awaitRun(process, deep);

        assertThat(run.status().modules()).hasSize(3);
        assertThat(dimos(deep, "ps").out()).contains("test-counting");
        assertThat(dimos(deep, "stop").code()).isZero();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(run.entry().socket().orElseThrow()).doesNotExist();
    }

    @Test
    void aStateFolderThatCannotBeWrittenIsSaidOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        for (String option : List.of("--no-record", "--json")) {
            Answer run = dimos(file, "run", "test-counting", "--duration", "0.1", option);
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.complaints().stream().filter(line -> line.startsWith("dimos:")))
                    .singleElement()
                    .asString()
                    .contains("the run goes on without");
        }
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-x------"));
        assertThat(dimos(readOnly, "ps").out()).contains("no run is going on");
        assertThat(dimos(readOnly, "log").code()).isEqualTo(2);
    }

    @Test
    void aRunThatFailsSaysSoInItsLog() {
        assertThat(dimos("run", "test-failing", "--no-record").code()).isEqualTo(1);

        assertThat(dimos("log", "test-failing").out())
                .contains("ERROR run: module 'Failing' failed: three is too much");
        assertThat(runs(folder)).isEmpty();
    }
}
