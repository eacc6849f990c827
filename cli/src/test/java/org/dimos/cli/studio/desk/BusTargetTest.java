package org.dimos.cli.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.config.Settings;
import org.dimos.cli.studio.screen.Size;
import org.dimos.cli.studio.state.Step;
import org.dimos.cli.studio.state.StudioState;
import org.dimos.cli.testing.Counter;
import org.dimos.cli.testing.Numbers;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.Transports;
import org.dimos.core.transport.lcm.LcmTransport;
import org.dimos.msgs.std.Int64Message;
import org.dimos.record.Observation;
import org.dimos.record.PlayerState;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three numbers, played where others see them. */
class BusTargetTest {
    private static final long START = 1_700_000_000_000_000_000L;

    @TempDir
    Path folder;

    private final Map<String, String> bus = Map.of("LCM_DEFAULT_URL", "memq://" + UUID.randomUUID());
    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> channels = new LinkedBlockingQueue<>();
    private Path file = Path.of("");

    @BeforeEach
    void record() {
        file = folder.resolve("run.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            RecordingStream stream = writer.stream(StreamSpec.of("numbers", Int64Message.class));
            for (int i = 0; i < 3; i++) {
                long stamp = START + i;
                long unused = stream.append(Observation.of("numbers", stamp, stamp, new Int64Message(i)));
            }
        }
    }

    private BusTarget target(Optional<Blueprint> into, Map<String, String> environment) {
        return new BusTarget(into, Settings.none().withEnvironment(environment), steps::add);
    }

    private void assertPlayed(BusTarget target) throws InterruptedException {
        try (Transport others = Transports.open(LcmTransport.NAME, bus)) {
            var unusedReception = others.receive(packet -> channels.add(packet.channel()));
            try (Graph graph = target.start(Recording.open(file).paused())) {
                assertThat(channels).isEmpty();
                PlayerState unused = Loaded.await(graph.player().orElseThrow().play());
                for (int i = 0; i < 3; i++) {
                    assertThat(channels.poll(20, TimeUnit.SECONDS)).isEqualTo("/numbers#std_msgs.Int64");
                }
            }
        }
        assertThat(steps).isEmpty();
    }

    @Test
    void othersSeeWhatIsPlayed() throws InterruptedException {
        assertPlayed(target(Optional.empty(), bus));
    }

    @Test
    void othersSeeWhatIsPlayedIntoABlueprint() throws InterruptedException {
        assertPlayed(target(Optional.of(Blueprint.module(Numbers.class)), bus));
    }

    @Test
    void whereLcmDoesNotWorkItPlaysAllTheSameAndSaysWhy() {
        BusTarget target = target(Optional.empty(), Map.of("LCM_DEFAULT_URL", "udp://x"));
        try (Graph graph = target.start(Recording.open(file).paused())) {
            assertThat(graph.player()).isPresent();
        }
        StudioState told =
                steps.remove().take(StudioState.empty(new Size(80, 24))).state();
        assertThat(told.front().notice().isError()).isTrue();
        assertThat(told.front().notice().text())
                .startsWith("played, but not onto LCM: ")
                .contains("udp://x")
                .contains("dimos doctor --network");
    }

    @Test
    void aBlueprintThatTakesNothingOfItIsRefused() {
        BusTarget target = target(Optional.of(Blueprint.module(Counter.class)), bus);
        assertThatThrownBy(() -> target.start(Recording.open(file).paused()))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("run.db");
    }
}
