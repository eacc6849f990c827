package org.dimos.blueprint.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reactivex.rxjava3.schedulers.TestScheduler;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.config.Settings;
import org.dimos.core.In;
import org.dimos.core.RobotModule;
import org.dimos.core.time.Timeline;
import org.dimos.msgs.std.StringMessage;
import org.dimos.record.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphStatusTest {
    private final TestScheduler time = new TestScheduler();

    private Graph start(Blueprint blueprint) {
        return blueprint.start(Settings.none(), Timeline.virtual(time));
    }

    @Test
    void aGraphTellsItsModulesAndStreams() {
        try (Graph graph = start(Pulse.blueprint())) {
            time.advanceTimeBy(1, TimeUnit.SECONDS);

            GraphStatus status = graph.status();

            assertThat(status.mode()).isEqualTo(RunMode.LIVE);
            assertThat(status.nanos()).isGreaterThan(status.startNanos());
            assertThat(status.cpuNanos()).isPositive();
            assertThat(status.modules()).extracting(ModuleLoad::name).containsExactly("Pulse", "Ear");
            ModuleLoad ear = status.modules().get(1);
            assertThat(ear.handled()).isEqualTo(10);
            assertThat(ear.waiting()).isZero();
            assertThat(ear.cpuNanos().getAsLong()).isPositive();
            assertThat(ear.inputs()).containsExactly("beat");
            StreamTraffic beat = status.streams().get(0);
            assertThat(beat.name()).isEqualTo("beat");
            assertThat(beat.type()).isEqualTo("std_msgs.String");
            assertThat(beat.producers()).containsExactly("Pulse");
            assertThat(beat.consumers()).containsExactly("Ear");
            assertThat(beat.sent()).isEqualTo(10);
            assertThat(beat.rate()).isPositive();
        }
    }

    /** Handles nothing before it may. */
    static final class Stuck implements RobotModule {
        static final CountDownLatch FREE = new CountDownLatch(1);

        public record Ports(In<StringMessage> beat) {}

        private final Ports ports;

        @Inject
        Stuck(Ports ports) {
            this.ports = ports;
        }

        @Override
        public void start() {
            var unused = ports.beat().all().subscribe(beat -> FREE.await());
        }
    }

    @Test
    void messagesThatNobodyHandledYetWait() {
        Blueprint blueprint = Blueprint.autoconnect(Pulse.blueprint(), Blueprint.module(Stuck.class));
        try (Graph graph = blueprint.start(Settings.none())) {
            assertThat(graph.timeline().await(() -> waiting(graph, "Stuck") >= 2, Duration.ofSeconds(30)))
                    .isTrue();
            Stuck.FREE.countDown();
            assertThat(graph.timeline().await(() -> waiting(graph, "Stuck") == 0, Duration.ofSeconds(30)))
                    .isTrue();
        } finally {
            Stuck.FREE.countDown();
        }
    }

    private static long waiting(Graph graph, String module) {
        return graph.status().modules().stream()
                .filter(load -> load.name().equals(module))
                .findFirst()
                .orElseThrow()
                .waiting();
    }

    @Test
    void modulesThatComeAndGoAreToldAsTheyAre() {
        try (Graph graph = start(Pulse.blueprint())) {
            graph.add(Blueprint.module(Pulse.Ear.class, "other"));
            assertThat(graph.status().modules()).extracting(ModuleLoad::name).containsExactly("Pulse", "Ear", "other");
            graph.remove("Ear");

            GraphStatus status = graph.status();

            assertThat(status.modules()).extracting(ModuleLoad::name).containsExactly("Pulse", "other");
            assertThat(status.streams().get(0).consumers()).containsExactly("other");
        }
    }

    @Test
    void recordersAndPlayersAreTold(@TempDir Path folder) {
        Path file = folder.resolve("run.db");
        try (Graph graph = Pulse.blueprint().record(file).start(Settings.none())) {
            RecordingState recording = graph.status().recordings().get(0);
            assertThat(recording.file()).isEqualTo(file.toString());
            assertThat(recording.state()).isEqualTo("recording");
            assertThat(graph.status().modules().get(0).cpuNanos()).isEmpty();
            assertThat(graph.timeline()
                            .await(() -> graph.status().streams().get(0).sent() > 2, Duration.ofSeconds(30)))
                    .isTrue();
        }
        Blueprint replay = Pulse.blueprint().replay(Recording.open(file).speed(0.5));
        try (Graph graph = replay.start(Settings.none())) {
            GraphStatus status = graph.status();
            assertThat(status.mode()).isEqualTo(RunMode.REPLAY);
            assertThat(status.playback().orElseThrow().speed()).isEqualTo(0.5);
            assertThat(status.recordings()).isEmpty();
        }
        try (Graph graph =
                Pulse.blueprint().replay(Recording.open(file)).lockstep().start(Settings.none())) {
            assertThat(graph.status().mode()).isEqualTo(RunMode.LOCKSTEP);
        }
    }

    private static GraphStatus sample(double speed) {
        return new GraphStatus(
                RunMode.REPLAY,
                1_000,
                5_000,
                77,
                List.of(
                        new ModuleLoad("a/b", "X", OptionalLong.of(5), 1, 2, 3, List.of("in"), List.of("out")),
                        new ModuleLoad("Recorder", "Y", OptionalLong.empty(), 0, 0, 0, List.of(), List.of())),
                List.of(
                        new StreamTraffic(
                                "in",
                                "T",
                                List.of("p"),
                                List.of("a/b"),
                                List.of("lcm"),
                                9,
                                8,
                                7,
                                4,
                                OptionalLong.of(6),
                                2.5),
                        new StreamTraffic(
                                "\"\u0000é",
                                "T",
                                List.of(),
                                List.of(),
                                List.of(),
                                0,
                                0,
                                0,
                                0,
                                OptionalLong.empty(),
                                0)),
                List.of(
                        new RecordingState("f.db", "waiting", Optional.of("disk full"), 1, 2, 3, 4, 5),
                        new RecordingState("g.db", "recording", Optional.empty(), 1, 2, 3, 4, 5)),
                Optional.of(new PlaybackState("paused", Duration.ofMillis(1500), Duration.ofSeconds(60), speed, true)));
    }

    @Test
    void jsonHoldsAllOfIt() {
        for (double speed : new double[] {0.25, Double.POSITIVE_INFINITY}) {
            assertThat(GraphStatus.parse(sample(speed).json())).isEqualTo(sample(speed));
            assertThat(sample(speed).json()).doesNotContain("\n");
        }
    }

    @Test
    void whatAnotherVersionDoesNotSayIsEmpty() {
        GraphStatus status = GraphStatus.parse("{\"modules\": [{\"name\": \"A\", \"new\": 1}], \"streams\": 5}");

        assertThat(status.modules()).singleElement().satisfies(module -> {
            assertThat(module.name()).isEqualTo("A");
            assertThat(module.cpuNanos()).isEmpty();
        });
        assertThat(status.streams()).isEmpty();
        assertThat(status.playback()).isEmpty();
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> GraphStatus.parse("[")).isInstanceOf(LiveRunException.class);
        assertThatThrownBy(() -> GraphStatus.parse("[]")).hasMessageContaining("an object");
    }
}
