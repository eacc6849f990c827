package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dimos.blueprint.introspection.LiveRuns;
import org.dimos.cli.studio.testing.Snapshot;
import org.dimos.cli.testing.Beside;
import org.dimos.cli.testing.MaskedScreen;
import org.dimos.cli.testing.TerminalSetup;
import org.dimos.cli.testing.TmuxTerminal;
import org.dimos.record.Recording;
import org.dimos.record.RecordingReader;
import org.dimos.record.StreamInfo;
import org.dimos.record.rolling.StateFolder;
import org.dimos.record.sqlite.Cursor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The editor in a real terminal beside a robot that runs in another process. */
class StudioRecordingIT {
    private static final Pattern ENOUGH = Pattern.compile("● REC .* [1-9]\\d\\d messages");
    private static final Pattern PLAYED = Pattern.compile("▶ PLAY +0:0(0\\.[1-9]|[1-9])");

    private static final Pattern LANE = Pattern.compile("\\[x\\] lidar .*│.*[\u2800-\u28ff]");

    @TempDir
    Path folder;

    private TmuxTerminal studio(int columns, int rows) {
        int port = 20_000 + new Random().nextInt(20_000);
        return TerminalSetup.of(folder, columns, rows)
                .with("LCM_DEFAULT_URL", "udpm://239.255.76.67:" + port + "?ttl=0")
                .onANetworkOfItsOwn()
                .open("studio");
    }

    /** A simulated robot, in another window, and the editor looking at it. */
    private static Beside watch(TmuxTerminal terminal, String blueprint) {
        Beside robot = terminal.beside("run", blueprint, "--no-record");
        LiveRuns runs = new LiveRuns(new StateFolder(terminal.state()));
        terminal.awaitTrue("it does not run", () -> !runs.list().isEmpty());
        terminal.press("r");
        var unused = terminal.await("▾ SimConnection");
        return robot;
    }

    private static void record(TmuxTerminal terminal, String name) {
        terminal.press("r");
        var unusedAsked = terminal.await("Record into");
        terminal.type(name);
        terminal.press("Enter");
        var unusedEnough = terminal.await(ENOUGH);
    }

    @ParameterizedTest
    @CsvSource({"80,24", "200,60"})
    void aRunIsRecordedPlayedMarkedCutSavedAndReplayed(int columns, int rows) throws IOException {
        String size = columns + "x" + rows;
        try (TmuxTerminal terminal = studio(columns, rows)) {
            var unusedNothing = terminal.await("no program runs");
            Snapshot.await("it-nothing-" + size, terminal::screen);
            Beside robot = watch(terminal, "sim-nav");
            terminal.press("Down", "Down", "Enter", "Down", "Down", "Down", "Enter", "Down", "Enter");
            var unusedLive = terminal.await("› [x] odom");
            Snapshot.await("it-live-" + size, () -> MaskedScreen.of(terminal.screen()));
            record(terminal, "run.db");
            Snapshot.await("it-recording-" + size, () -> MaskedScreen.of(terminal.screen()));
            terminal.press("s");
            var recorded = terminal.await(
                    "shows lanes",
                    screen ->
                            screen.contains("3 streams") && LANE.matcher(screen).find());
            assertThat(recorded).contains("into run.db", "[x] lidar", "[x] odom", "[x] color_image");
            Snapshot.await("it-recorded-" + size, () -> MaskedScreen.ofRecording(terminal.screen()));
            robot.process().destroy();

            playMarkAndCut(terminal, columns, size);
            terminal.press("w");
            var unusedSaved = terminal.await("run.db.bak");
            Snapshot.await("it-saved-" + size, () -> MaskedScreen.ofRecording(terminal.screen()));
            terminal.press("Home", "Space");
            var unusedAgain = terminal.await(PLAYED);
            terminal.press("s", "q");
            assertThat(terminal.exitCode()).as(terminal.errors()).isZero();
            terminal.assertRestored();
            assertThat(terminal.errors()).isEmpty();

            long original = messages(terminal.folder().resolve("run.db.bak"));
            long saved = messages(terminal.folder().resolve("run.db"));
            assertThat(saved).isLessThan(original).isPositive();
            assertThat(robot.exitCode()).as(robot.errors()).isEqualTo(143);
            assertReplayed(terminal.beside("run", "sim-nav", "--replay", "run.db", "--json"), saved);
        }
    }

    /** Slowly, so that it is not over before somebody looks. */
    private static void play(TmuxTerminal terminal) {
        terminal.type("[[");
        var unusedSlow = terminal.await("x0.2");
        terminal.press("Home", "Space");
        var unusedPlaying = terminal.await(PLAYED);
    }

    private static void playMarkAndCut(TmuxTerminal terminal, int columns, String size) {
        play(terminal);
        terminal.press("Space");
        var unusedPaused = terminal.await("‖ PAUSE");
        int first = columns / 2;
        terminal.click(first, 6);
        terminal.press("i");
        terminal.click(first + columns / 5, 6);
        terminal.press("o");
        var unusedMarked = terminal.await(Pattern.compile("in .* out "));
        Snapshot.await("it-marked-" + size, () -> MaskedScreen.ofRecording(terminal.screen()));
        terminal.press("x");
        var unusedCut = terminal.await("of color_image, lidar, odom");
        Snapshot.await("it-cut-out-" + size, () -> MaskedScreen.ofRecording(terminal.screen()));
        terminal.press("u");
        var unusedUndone = terminal.await("undone: delete");
        terminal.press("U");
        var unusedRedone = terminal.await("1 edit not saved");
    }

    private static void assertReplayed(Beside replay, long messages) throws IOException {
        assertThat(replay.exitCode()).as(replay.errors()).isZero();
        assertThat(replay.errors()).contains("replaced  SimConnection").doesNotContain("Exception");
        long sent = 0;
        for (JsonNode stream : new ObjectMapper().readTree(replay.output()).get("streams")) {
            sent += stream.has("recorded") ? stream.get("sent").asLong() : 0;
        }
        assertThat(sent).as(replay.output()).isEqualTo(messages);
    }

    private static long messages(Path recording) {
        return Recording.open(recording).recorded().stream()
                .mapToLong(StreamInfo::messages)
                .sum();
    }

    @Test
    void aRunThatIsKilledWhileItIsRecordedIsSaidAndWhatCameIsKept() throws IOException {
        try (TmuxTerminal terminal = studio(80, 24)) {
            Beside robot = watch(terminal, "sim-basic");
            record(terminal, "");
            assertThat(robot.process().destroyForcibly()).isTrue();
            var gone = terminal.await(
                    Pattern.compile("(?s)run \\S+-sim-basic-\\w+ is gone: .*;\\s+recorded\\s.*memory\\.db"));
            assertThat(gone).doesNotContain("● REC");
            var unusedOpened = terminal.await("▾ streams");
            play(terminal);
            terminal.press("r");
            var unusedNothing = terminal.await("no program runs");
            terminal.press("s", "q");
            assertThat(terminal.exitCode()).as(terminal.errors()).isZero();
            terminal.assertRestored();
            assertThat(robot.exitCode()).isEqualTo(137);
            assertSound(terminal);
        }
    }

    @Test
    void aTerminalThatIsClosedEndsTheEditorAndWhatWasRecordedIsKept() throws IOException {
        try (TmuxTerminal terminal = studio(80, 24)) {
            Beside robot = watch(terminal, "sim-basic");
            record(terminal, "");
            ProcessHandle program = terminal.program();
            terminal.closeWindow();
            program.onExit().orTimeout(60, TimeUnit.SECONDS).join();
            assertThat(robot.process().isAlive()).isTrue();
            assertSound(terminal);
        }
    }

    /** It was closed in order, and all that it says it holds can be read. */
    private static void assertSound(TmuxTerminal terminal) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(terminal.folder().resolve("recordings"))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files)
                .singleElement()
                .extracting(file -> file.getFileName().toString())
                .isEqualTo("memory.db");
        long read = 0;
        try (RecordingReader reader = Recording.open(files.get(0)).source().open()) {
            for (StreamInfo stream : reader.streams()) {
                Cursor cursor = reader.cursor(stream.name(), Long.MIN_VALUE, Long.MAX_VALUE);
                while (cursor.hasNext()) {
                    assertThat(cursor.next().encoded()).isPresent();
                    read++;
                }
            }
        }
        assertThat(read).isEqualTo(messages(files.get(0))).isGreaterThan(99);
    }
}
