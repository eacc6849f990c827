package org.dimos.cli.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.dimos.record.rolling.StateFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class RunLogTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void keepsWhatModulesAndTheRunHaveToSay() throws IOException {
        StateFolder state = new StateFolder(folder);
        Path file;
        try (RunLog log = RunLog.open(state, "one")) {
            file = log.file();
            log.info("sim-nav runs");
            LoggerFactory.getLogger("org.dimos.robots.Driver").info("motor {} is warm", 3);
            LoggerFactory.getLogger("org.dimos.robots.Driver").debug("nobody wants to know");
            log.error("module failed");
        }
        LoggerFactory.getLogger("org.dimos.robots.Driver").info("after the end");

        assertThat(Files.readAllLines(file))
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches(
                                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ INFO  run: sim-nav runs"),
                        line -> assertThat(line).endsWith("INFO  Driver: motor 3 is warm"),
                        line -> assertThat(line).endsWith("ERROR run: module failed"));
        assertThat(new LogFolder(state.logsPath()).runs()).containsExactly("one");
    }

    @Test
    void theOldestLogsGo() throws IOException {
        StateFolder state = new StateFolder(folder);
        Files.createDirectories(state.logsPath());
        for (int i = 0; i < 40; i++) {
            Path old = Files.writeString(state.logsPath().resolve("run" + i + ".log"), "old");
            Files.setLastModifiedTime(old, FileTime.fromMillis(1_000_000 + i));
        }
        Files.writeString(state.logsPath().resolve("run0.log.1"), "older");
        RunLog.open(state, "new").close();

        assertThat(new LogFolder(state.logsPath()).runs())
                .hasSize(30)
                .startsWith("new", "run39")
                .doesNotContain("run0");
        assertThat(state.logsPath().resolve("run0.log.1")).doesNotExist();
    }

    @Test
    void whereNothingCanBeWrittenThereIsNoLog() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThatThrownBy(() -> RunLog.open(new StateFolder(file), "one")).isInstanceOf(IOException.class);
        assertThat(new LogFolder(file).runs()).isEmpty();
    }

    private static byte[] line(int number) {
        return ("line " + number + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aFullFileMakesRoomAndAReaderMissesNothing() throws IOException {
        Path path = folder.resolve("a.log");
        try (BoundedFile file = new BoundedFile(path, 30);
                LogReader reader = new LogReader(path)) {
            int read = 0;
            for (int i = 0; i < 100; i++) {
                file.write(line(i));
                if (i % 3 == 0) {
                    for (String next : reader.next()) {
                        assertThat(next).isEqualTo("line " + read++);
                    }
                    assertThat(read).isEqualTo(i + 1);
                }
            }
            assertThat(Files.size(path)).isLessThanOrEqualTo(30);
            assertThat(Files.size(BoundedFile.before(path))).isLessThanOrEqualTo(30);
        }
    }

    @Test
    void aLineLongerThanTheFileIsCut() throws IOException {
        Path path = folder.resolve("a.log");
        try (BoundedFile file = new BoundedFile(path, 30)) {
            file.write("x".repeat(100).getBytes(StandardCharsets.UTF_8));
            file.write('y');
            file.flush();
        }
        assertThat(BoundedFile.before(path)).hasContent("x".repeat(30));
        assertThat(path).hasContent("y");
    }

    @Test
    void whoComesLateReadsWhatWasBeforeFirst() throws IOException {
        Path path = folder.resolve("a.log");
        try (BoundedFile file = new BoundedFile(path, 15)) {
            file.write(line(1));
            file.write(line(2));
            file.write(line(3));
        }
        try (LogReader reader = new LogReader(path)) {
            assertThat(reader.next()).isEqualTo(List.of("line 1", "line 2", "line 3"));
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void anUnfinishedLineIsReadWhenItIsWhole() throws IOException {
        Path path = Files.writeString(folder.resolve("a.log"), "one\n\ttw");
        try (LogReader reader = new LogReader(path)) {
            assertThat(reader.next()).containsExactly("one");
            Files.writeString(path, "one\n\ttwo\n");
            assertThat(reader.next()).containsExactly("    two");
        }
    }

    @Test
    void whatIsNotThereYetIsEmpty() throws IOException {
        Path path = folder.resolve("later.log");
        try (LogReader reader = new LogReader(path)) {
            assertThat(reader.next()).isEmpty();
            Files.writeString(path, "there\n");
            assertThat(reader.next()).containsExactly("there");
        }
    }
}
