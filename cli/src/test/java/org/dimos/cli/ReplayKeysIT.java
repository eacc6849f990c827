package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dimos.cli.testing.Count;
import org.dimos.cli.testing.TmuxTerminal;
import org.dimos.record.Observation;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys that direct a replay, pressed in a real terminal. */
class ReplayKeysIT {
    private static final int SECONDS = 600;
    private static final long SECOND = 1_000_000_000L;
    private static final Pattern LINE = Pattern.compile("(playing|paused |ended  ) ([0-9.]+) / 600\\.0+ s");

    @TempDir
    Path folder;

    private TmuxTerminal replay() {
        Path file = folder.resolve("run.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            RecordingStream stream = writer.stream(StreamSpec.of("count", Count.class));
            for (int i = 0; i <= SECONDS; i++) {
                long stamp = 1_700_000_000L * SECOND + i * SECOND;
                long unused = stream.append(Observation.of("count", stamp, stamp, new Count(i)));
            }
        }
        return TmuxTerminal.run(folder, 100, 24, "run", "test-counting", "--replay", file.toString());
    }

    private static MatchResult line(TmuxTerminal terminal, String what, Pattern pattern) {
        String[] found = new String[1];
        var unused = terminal.await(what, screen -> {
            found[0] = screen;
            return pattern.matcher(screen).find();
        });
        return pattern.matcher(found[0]).results().findFirst().orElseThrow();
    }

    private static double position(TmuxTerminal terminal, double atLeast, double below) {
        double[] position = new double[1];
        var unused = terminal.await(
                "shows a position from " + atLeast + " to " + below,
                screen -> LINE.matcher(screen)
                        .results()
                        .findFirst()
                        .map(match -> position[0] = Double.parseDouble(match.group(2)))
                        .filter(at -> at >= atLeast && at < below)
                        .isPresent());
        return position[0];
    }

    @Test
    void keysPauseSeekAndChangeTheSpeedAndQRestoresTheTerminal() {
        try (TmuxTerminal terminal = replay()) {
            var playing = terminal.await("playing");
            assertThat(playing).contains("replaced  Counter").contains("space , . ← → [ ] q");

            terminal.press("Space");
            double paused = Double.parseDouble(line(terminal, "says paused", Pattern.compile("paused  ([0-9.]+) /"))
                    .group(1));
            terminal.press("Up");
            double up = position(terminal, paused + 29, paused + 31);
            terminal.press("Right");
            double right = position(terminal, up + 4, up + 6);
            terminal.press("Left", "Down");
            var back = position(terminal, right - 36, right - 34);
            assertThat(back).isGreaterThanOrEqualTo(0);

            terminal.type("]");
            var faster = terminal.await("x2");
            terminal.type("[[");
            var slower = terminal.await("x0.5");
            assertThat(faster).doesNotContain("x0.5");
            assertThat(slower).contains("paused");
            terminal.press("Space");
            var again = terminal.await("playing");
            assertThat(again).contains("x0.5");

            terminal.type("q");
            assertThat(terminal.exitCode()).isEqualTo(ExitCode.OK);
            var end = terminal.await("exit code 0");
            assertThat(end).contains("delivered");
            terminal.assertRestored();
        }
    }

    @Test
    void ctrlCRestoresTheTerminal() {
        try (TmuxTerminal terminal = replay()) {
            var playing = terminal.await("playing");
            assertThat(playing).contains("Ctrl-C stops it");

            terminal.press("C-c");

            assertThat(terminal.exitCode()).isEqualTo(130);
            terminal.assertRestored();
        }
    }
}
