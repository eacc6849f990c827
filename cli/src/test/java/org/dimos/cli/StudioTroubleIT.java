package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dimos.cli.studio.CrashingStudio;
import org.dimos.cli.testing.TerminalSetup;
import org.dimos.cli.testing.TmuxTerminal;
import org.dimos.core.array.Bytes;
import org.dimos.msgs.sensor.CompressedImage;
import org.dimos.msgs.std.Header;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can go wrong around the editor: terminals, signals, disks, and the editor itself. */
class StudioTroubleIT {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_700_000_000L * SECOND;
    private static final int PICTURES = 60;
    private static final int PICTURE_BYTES = 50_000;

    @TempDir
    Path folder;

    private Path file = Path.of("");

    /** A minute of a camera: 3 MB. */
    @BeforeEach
    void record() {
        file = folder.resolve("run.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            RecordingStream stream = writer.stream(StreamSpec.of("picture", CompressedImage.class));
            Bytes pixels = Bytes.wrap(new byte[PICTURE_BYTES]);
            for (int i = 0; i < PICTURES; i++) {
                long stamp = START + i * SECOND;
                CompressedImage picture = new CompressedImage(Header.of(stamp, "camera"), "jpeg", pixels);
                long unused = stream.append(Observation.of("picture", stamp, stamp, picture));
            }
        }
    }

    private TerminalSetup terminal() {
        return TerminalSetup.of(folder, 80, 24);
    }

    @Test
    void aFullDiskWhileSavingLosesNothing() throws IOException {
        TerminalSetup setup = terminal().withADiskOf(Files.size(file) + Files.size(file) / 2);
        assumeTrue(setup.isPossible(), "no disk of its own can be had here: unshare -rm fails");
        try (TmuxTerminal terminal = setup.first("cp ../run.db disk").open("studio", "disk/run.db")) {
            editAndSave(terminal, "disk/run.db cannot be written: disk full");
            assertThat(terminal.disk())
                    .isDirectoryContaining("glob:**/run.db")
                    .isDirectoryNotContaining("glob:**/*.bak");
            Path copy = Files.copy(terminal.disk().resolve("run.db"), folder.resolve("copy.db"));
            assertThat(copy).hasSameBinaryContentAs(file);
            saveElsewhere(terminal);
        }
    }

    @Test
    void aFileThatMayNotBecomeSoLargeIsNotSavedAndNothingIsLost() throws IOException {
        byte[] before = Files.readAllBytes(file);
        String blocks = "ulimit -f " + before.length / 2 / 512;
        try (TmuxTerminal terminal = terminal().first(blocks).open("studio", file.toString())) {
            editAndSave(terminal, "cannot be written: ");
            assertThat(file).hasBinaryContent(before);
            terminal.press("q");
            var unused = terminal.await("1 edit would be lost");
            terminal.press("d");
            assertThat(terminal.exitCode()).isZero();
            terminal.assertRestored();
        }
        assertThat(folder.resolve("run.db.bak")).doesNotExist();
    }

    /** Cuts 5 s of a minute, which leaves too much for the disk. */
    private static void editAndSave(TmuxTerminal terminal, String reason) {
        var unusedOpened = terminal.await("picture");
        terminal.press("Right", "i", "Right", "o", "x");
        var unusedCut = terminal.await("1 edit not saved");
        terminal.press("w");
        var failed = terminal.await("'W' saves them");
        assertThat(failed.replaceAll("\\s+", " ")).contains(reason).contains("the edits are still there");
        assertThat(failed).contains("1 edit not saved");
        terminal.press("u");
        var unusedUndone = terminal.await("undone: delete 5.0 s to 10.0 s");
        terminal.press("U");
        var unusedRedone = terminal.await("1 edit not saved");
    }

    private void saveElsewhere(TmuxTerminal terminal) {
        terminal.press("W", "C-u");
        terminal.type("elsewhere.db");
        terminal.press("Enter");
        var unused = terminal.await("saved elsewhere.db");
        terminal.press("q");
        assertThat(terminal.exitCode()).isZero();
        terminal.assertRestored();
        Recording saved = Recording.open(terminal.folder().resolve("elsewhere.db"));
        assertThat(saved.recorded().get(0).messages()).isEqualTo(PICTURES - 5);
    }

    @ParameterizedTest
    @CsvSource({"INT,130", "HUP,129", "TERM,143"})
    void aSignalLeavesTheTerminalAsItWas(String signal, int code) throws IOException, InterruptedException {
        try (TmuxTerminal terminal = terminal().open("studio", file.toString())) {
            var unusedOpened = terminal.await("picture");
            terminal.press("Space");
            var unusedPlaying = terminal.await("▶ PLAY");
            assertThat(terminal.value("#{alternate_on} #{mouse_any_flag} #{cursor_flag}"))
                    .isEqualTo("1 1 0");
            long pid = terminal.program().pid();
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start();
            assertThat(kill.waitFor()).isZero();
            assertThat(terminal.exitCode()).isEqualTo(code);
            terminal.assertRestored();
            assertThat(terminal.errors()).isEmpty();
        }
    }

    @Test
    void anExceptionInTheLoopLeavesTheTerminalAsItWas() throws IOException {
        try (TmuxTerminal terminal = terminal().running(CrashingStudio.class).open(file.toString())) {
            var unused = terminal.await("picture");
            assertThat(terminal.value("#{alternate_on} #{mouse_any_flag} #{cursor_flag}"))
                    .isEqualTo("1 1 0");
            Path unusedCause = Files.createFile(terminal.folder().resolve(CrashingStudio.CAUSE));
            terminal.press("b");
            assertThat(terminal.exitCode()).isEqualTo(1);
            assertThat(terminal.errors()).contains(CrashingStudio.REASON);
            terminal.assertRestored();
        }
    }

    @Test
    void aKindOfTerminalThatNobodyKnowsWorks() {
        try (TmuxTerminal terminal = terminal().with("TERM", "nobody-knows-it").open("studio", file.toString())) {
            var unused = terminal.await("picture");
            terminal.press("q");
            assertThat(terminal.exitCode()).isZero();
            assertThat(terminal.errors()).isEmpty();
            terminal.assertRestored();
        }
    }

    @Test
    void withoutATerminalItIsRefusedInOneLine() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Dimos.class.getName(),
                        "studio",
                        file.toString()))
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.USAGE);
        assertThat(output).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("errors.txt")).stream()
                        .filter(line -> !line.startsWith("WARNING: ")))
                .singleElement()
                .asString()
                .startsWith("dimos: studio draws on a terminal");
    }
}
