package org.dimos.blueprint.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dimos.record.rolling.ProcessMark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveFolderTest {
    private static final ProcessMark SELF = ProcessMark.ofThis();

    @TempDir
    private Path path = Path.of("");

    private LiveFolder folder = new LiveFolder(Path.of(""));

    @BeforeEach
    void make() throws IOException {
        folder = new LiveFolder(path.resolve("live"));
        folder.make();
    }

    private LiveEntry entry(String id, ProcessMark process) {
        return new LiveEntry(
                id,
                "sim-nav",
                process,
                LiveFolder.hostName(),
                Instant.parse("2026-11-21T08:30:00Z"),
                RunMode.REPLAY,
                Optional.of(folder.socket(id)),
                Optional.of(path.resolve("a.log")));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        folder.write(entry("one", SELF));

        assertThat(folder.entries()).containsExactly(entry("one", SELF));
    }

    private void assertCleared(LiveEntry dead) throws IOException {
        folder.write(entry("alive", SELF));
        folder.write(dead);
        assertThat(folder.entries()).containsExactly(entry("alive", SELF));
        assertThat(folder.path()).isDirectoryNotContaining("glob:**dead*");
        folder.remove(entry("alive", SELF));
    }

    @Test
    void whatADeadProcessLeftIsCleared() throws IOException {
        try (RunSocket socket = RunSocket.open(folder.socket("dead"))) {
            assertThat(socket.path()).exists();
            assertCleared(entry("dead", new ProcessMark(Integer.MAX_VALUE, Optional.empty())));
            assertThat(socket.path()).doesNotExist();
        }
    }

    @Test
    void aProcessOfTheSameNumberIsAnotherOne() throws IOException {
        Instant earlier = SELF.start().orElseThrow().minus(Duration.ofHours(1));
        assertCleared(entry("dead", new ProcessMark(SELF.pid(), Optional.of(earlier))));
    }

    @Test
    void aSocketOutsideGoesWithItsFolder() throws IOException {
        Path far = folder.path().resolve("x".repeat(200));
        try (RunSocket socket = RunSocket.open(far)) {
            LiveEntry dead = entry("dead", new ProcessMark(Integer.MAX_VALUE, Optional.empty()))
                    .withSocket(Optional.of(socket.path()));
            assertCleared(dead);
            assertThat(socket.path().getParent()).doesNotExist();
        }
    }

    @Test
    void nothingElseIsRemovedThatAFileNames() throws IOException {
        Path precious = Files.writeString(path.resolve("run.sock"), "precious");
        Path near = Files.writeString(folder.path().resolve("notes.sock"), "precious");
        for (Path victim : new Path[] {precious, near}) {
            assertCleared(entry("dead", new ProcessMark(Integer.MAX_VALUE, Optional.empty()))
                    .withSocket(Optional.of(victim)));
            assertThat(victim).hasContent("precious");
        }
    }

    @Test
    void whatMakesNoSenseIsPassedOver() throws IOException {
        Files.writeString(folder.path().resolve("a.json"), "{");
        Files.writeString(folder.path().resolve("b.json"), "[]");
        Files.writeString(folder.path().resolve("c.json"), "{\"id\": \"c\"}");
        Files.writeString(folder.path().resolve("d.json"), "{\"id\": \"d\", \"pid\": 1, \"started\": \"yesterday\"}");
        Files.writeString(folder.path().resolve("e.json"), entry("../e", SELF).json());
        Files.writeString(folder.path().resolve("f.json"), " ".repeat(1 << 17));
        Files.createDirectory(folder.path().resolve("g.json"));

        assertThat(folder.entries()).isEmpty();
        assertThat(new LiveFolder(path.resolve("nowhere")).entries()).isEmpty();
    }

    @Test
    void aRunOfAnotherMachineIsLeftAlone() throws IOException {
        LiveEntry here = entry("dead", new ProcessMark(Integer.MAX_VALUE, Optional.empty()));
        LiveEntry there = new LiveEntry(
                here.id(),
                here.blueprint(),
                here.process(),
                "another",
                here.started(),
                here.mode(),
                here.socket(),
                here.log());
        folder.write(there);

        assertThat(folder.entries()).isEmpty();
        assertThat(folder.path()).isDirectoryContaining("glob:**dead.json");
    }

    @Test
    void aRunWithoutASocketCannotBeAsked() {
        LiveRun mute = new LiveRun(entry("mute", SELF).withSocket(Optional.empty()));

        assertThat(mute.isAlive()).isTrue();
        assertThatThrownBy(mute::status).hasMessageContaining("has no socket");
        assertThatThrownBy(new LiveRun(entry("deaf", SELF))::status).hasMessageContaining("run deaf cannot be asked");
    }
}
