package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dimos.cli.studio.testing.Snapshot;
import org.dimos.cli.testing.Count;
import org.dimos.cli.testing.TmuxTerminal;
import org.dimos.record.Observation;
import org.dimos.record.Producer;
import org.dimos.record.Recording;
import org.dimos.record.StreamInfo;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The editor in a real terminal, from the first screen to the last. */
class StudioIT {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_700_000_000L * SECOND;
    private static final Pattern PLAYED = Pattern.compile("▶ PLAY +0:0[2-9]\\.");

    @TempDir
    Path folder;

    private Path file = Path.of("");

    /** Two minutes of two streams, one of which was silent for a while. */
    @BeforeEach
    void record() {
        file = folder.resolve("run.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            RecordingStream fast = writer.stream(spec("fast", "Driver"));
            RecordingStream slow = writer.stream(spec("slow", "Planner"));
            for (int i = 0; i < 1200; i++) {
                long stamp = START + i * SECOND / 10;
                long unusedFast =
                        i >= 400 && i < 600 ? 0 : fast.append(Observation.of("fast", stamp, stamp, new Count(i)));
                long unusedSlow = i % 10 == 0 ? slow.append(Observation.of("slow", stamp, stamp, new Count(i))) : 0;
            }
        }
    }

    private static StreamSpec spec(String name, String module) {
        return StreamSpec.of(name, Count.class).withProducer(new Producer(module, List.of()));
    }

    private TmuxTerminal studio(int columns, int rows) {
        return TmuxTerminal.run(folder, columns, rows, "studio", file.toString());
    }

    @ParameterizedTest
    @CsvSource({"80,24", "200,60"})
    void aRecordingIsPlayedEditedSavedAndPlayedAgain(int columns, int rows) {
        String size = columns + "x" + rows;
        try (TmuxTerminal terminal = studio(columns, rows)) {
            var unusedOpened = terminal.await("shows lanes", screen -> screen.contains("⣿"));
            Snapshot.await("it-opened-" + size, terminal::screen);
            terminal.press("Space");
            var unusedPlaying = terminal.await(PLAYED);
            terminal.press("Space", "Home");
            var unusedPaused = terminal.await("‖ PAUSE  0:00.000");
            terminal.type("]");
            var unusedFaster = terminal.await("x2");
            terminal.press("Right", "Right", "i", "NPage", "o");
            var unusedMarked = terminal.await("in 0:10.000  out 0:40.000");
            terminal.press("x");
            var unusedCut = terminal.await("1 edit not saved");
            Snapshot.await("it-cut-" + size, terminal::screen);
            terminal.press("u");
            var unusedUndone = terminal.await("undone: delete 10.0 s to 40.0 s of everything");
            terminal.press("U", "w");
            var unusedSaved = terminal.await("run.db.bak");
            terminal.press("Home", "Space");
            var unusedAgain = terminal.await(PLAYED);
            terminal.press("s", "q");
            assertThat(terminal.exitCode()).isZero();
            terminal.assertRestored();
            assertThat(terminal.errors()).isEmpty();
        }
        assertThat(messages(file)).isEqualTo(1000 + 120 - 300 - 30);
        assertThat(messages(folder.resolve("run.db.bak"))).isEqualTo(1000 + 120);
    }

    private static long messages(Path recording) {
        return Recording.open(recording).recorded().stream()
                .mapToLong(StreamInfo::messages)
                .sum();
    }

    @Test
    void theMouseSeeksMarksAndChecks() {
        try (TmuxTerminal terminal = studio(80, 24)) {
            var unusedOpened = terminal.await("▾ Planner");
            terminal.click(26 + 11, 6);
            var unusedSought = terminal.await("0:23.98");
            terminal.type("\u001b[<0;26;6M\u001b[<32;37;6M\u001b[<0;37;6m");
            var unusedMarked = terminal.await("in 0:00.000  out 0:23.98");
            terminal.click(4, 5);
            var unusedChecked = terminal.await("[x] fast");
            terminal.wheel(37, 6, true);
            var unusedZoomed = terminal.await("1:00");
            terminal.press("q");
            assertThat(terminal.exitCode()).isZero();
            terminal.assertRestored();
        }
    }

    @Test
    void theScreenFollowsTheSizeOfTheTerminal() {
        try (TmuxTerminal terminal = studio(80, 24)) {
            var before = terminal.await("shows lanes", screen -> screen.contains("⣿"));
            terminal.resize(120, 40);
            var unusedLarger = terminal.await(
                    "shows the status lower", screen -> screen.lines().count() > 30);
            terminal.resize(30, 8);
            var unusedSmall = terminal.await("studio needs 40x10");
            terminal.resize(80, 24);
            var unusedAgain = terminal.await("is as it was", screen -> screen.equals(before));
            terminal.press("q");
            assertThat(terminal.exitCode()).isZero();
            terminal.assertRestored();
        }
    }

    @Test
    void withoutColoursAndWithoutUnicodeItWorks() {
        Map<String, String> plain = Map.of("NO_COLOR", "1", "LC_ALL", "C");
        try (TmuxTerminal terminal = TmuxTerminal.run(folder, 80, 24, plain, "studio", file.toString())) {
            var screen = terminal.await("shows lanes", shown -> shown.contains("##"));
            assertThat(screen.chars()).allMatch(character -> character < 128);
            assertThat(terminal.colouredScreen()).doesNotContain("38;5");
            terminal.press("q");
            assertThat(terminal.exitCode()).isZero();
        }
    }

    @Test
    void aTerminalThatCannotDoItIsRefusedInOneLine() {
        try (TmuxTerminal terminal =
                TmuxTerminal.run(folder, 80, 24, Map.of("TERM", "dumb"), "studio", file.toString())) {
            assertThat(terminal.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(terminal.errors().lines()).singleElement().asString().contains("kind 'dumb'");
        }
        try (TmuxTerminal terminal = TmuxTerminal.run(folder, 35, 24, "studio", file.toString())) {
            int code = terminal.exitCode();
            assertThat(terminal.errors().lines()).singleElement().asString().contains("40x10");
            assertThat(code).as(terminal.errors()).isEqualTo(ExitCode.USAGE);
            terminal.assertRestored();
        }
    }

    @Test
    void whereNobodySitsItIsRefused() {
        Answer answer = Answer.to("studio", file.toString());
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.complaints()).singleElement().asString().contains("is none");
    }
}
