package org.dimos.cli.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.config.Settings;
import org.dimos.blueprint.introspection.Announcement;
import org.dimos.blueprint.introspection.LiveConnection;
import org.dimos.blueprint.introspection.LiveRunException;
import org.dimos.blueprint.introspection.LiveRuns;
import org.dimos.cli.testing.Numbers;
import org.dimos.core.time.SystemClock;
import org.dimos.core.transport.TransportException;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.rolling.StateFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusCaptureTest {
    @TempDir
    Path folder;

    private final Map<String, String> bus = Map.of("LCM_DEFAULT_URL", "memq://" + UUID.randomUUID());
    private final Graph graph =
            Blueprint.module(Numbers.class).start(Settings.none().withEnvironment(bus));
    private Optional<Announcement> announcement = Optional.empty();
    private Optional<LiveConnection> run = Optional.empty();

    @BeforeEach
    void connect() {
        StateFolder runs = new StateFolder(folder.resolve("state"));
        announcement = Optional.of(Announcement.of(graph, "numbers", "one", Optional.empty(), runs, () -> {}));
        run = Optional.of(new LiveRuns(runs).list().get(0).connect());
    }

    @AfterEach
    void close() {
        run().close();
        announcement.orElseThrow().close();
        graph.close();
    }

    private LiveConnection run() {
        return run.orElseThrow();
    }

    private BusCapture start(String stream, Path file) {
        return BusCapture.start(run(), Set.of(stream), file, "numbers", bus);
    }

    @Test
    void streamsArePutOnTheBusAndRecorded() {
        Path file = folder.resolve("a.db");
        BusCapture capture = start("numbers", file);
        SystemClock clock = new SystemClock();
        long limit = clock.nanos() + Duration.ofSeconds(20).toNanos();
        while (capture.status().messages() < 10 && clock.nanos() < limit) {
            Thread.onSpinWait();
        }
        assertThat(capture.file()).isEqualTo(file);
        assertThat(capture.status().file()).isEqualTo(file.toString());
        assertThat(capture.status().trouble()).isEmpty();
        assertThat(capture.status().bytes()).isPositive();
        assertThat(capture.status().lost()).isZero();
        assertThat(capture.status().nanos()).isPositive();
        String sentence = capture.stop();
        Recording recording = Recording.open(file);
        assertThat(recording.recorded()).singleElement().satisfies(stream -> {
            assertThat(stream.typeName()).isEqualTo("std_msgs.Int64");
            assertThat(stream.messages()).isGreaterThanOrEqualTo(10);
            assertThat(sentence).isEqualTo("recorded " + stream.messages() + " messages into " + file);
        });
        assertThat(capture.status().messages())
                .isEqualTo(recording.recorded().get(0).messages());
    }

    @Test
    void whatCannotBeRecordedSaysWhy() throws Exception {
        Path file = Files.writeString(folder.resolve("a.db"), "mine");
        assertThatThrownBy(() -> start("numbers", file))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("a.db");
        assertThatThrownBy(() -> start("nothing", folder.resolve("b.db"))).isInstanceOf(LiveRunException.class);
        assertThatThrownBy(() -> BusCapture.start(
                        run(),
                        Set.of("numbers"),
                        folder.resolve("b.db"),
                        "numbers",
                        Map.of("LCM_DEFAULT_URL", "udp://x")))
                .isInstanceOf(TransportException.class);
        assertThat(folder.resolve("b.db")).doesNotExist();
    }
}
