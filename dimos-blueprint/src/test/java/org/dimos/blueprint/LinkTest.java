package org.dimos.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.dimos.blueprint.Blueprint.autoconnect;
import static org.dimos.blueprint.Blueprint.module;

import io.reactivex.rxjava3.disposables.Disposable;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.dimos.blueprint.config.Settings;
import org.dimos.blueprint.introspection.StreamTraffic;
import org.dimos.blueprint.link.LinkReport;
import org.dimos.core.In;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.core.array.Bytes;
import org.dimos.core.bus.StreamReport;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.transport.Packet;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.Transports;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.geometry.Vector3;
import org.dimos.msgs.std.Float64Message;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Streams of a graph on a transport, which here stays in this process. */
@Timeout(30)
class LinkTest {
    private static final String TWIST = "/speed#geometry_msgs.Twist";

    private final Settings settings =
            Settings.none().withEnvironment(Map.of("LCM_DEFAULT_URL", "memq://" + UUID.randomUUID()));
    private final Transport outside = Transports.open("lcm", settings.environment());
    private final BlockingQueue<Packet> seen = new LinkedBlockingQueue<>();
    private final Disposable listening = outside.receive(seen::add);

    @TempDir
    private Path folder;

    static final class Driver implements RobotModule {
        public record Ports(Out<Twist> speed, Out<Double> charge, In<Twist> command) {}

        final Ports ports;
        final BlockingQueue<Twist> commands = new LinkedBlockingQueue<>();

        @Inject
        Driver(Ports ports) {
            this.ports = ports;
        }

        @Override
        public void start() {
            var unused = ports.command().all().subscribe(commands::add);
        }
    }

    static final class Watcher implements RobotModule {
        public record Ports(In<Twist> speed, In<Double> charge, Out<Twist> command) {}

        final Ports ports;
        final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

        @Inject
        Watcher(Ports ports) {
            this.ports = ports;
        }

        @Override
        public void start() {
            var unused = ports.speed().all().subscribe(heard::add);
            unused = ports.charge().all().subscribe(heard::add);
        }
    }

    @AfterEach
    void closeTheOutside() {
        listening.dispose();
        outside.close();
    }

    @Test
    void whatTheGraphPublishesGoesOutAndTheCountsBalance() throws InterruptedException {
        Graph graph = module(Driver.class).lcm("speed").start(settings);
        Driver driver = graph.part("Driver", Driver.class);
        for (int i = 0; i < 100; i++) {
            driver.ports.speed().publish(twist(i));
        }
        driver.ports.charge().publish(12.5);
        graph.close();

        assertThat(seen).hasSize(100).allMatch(packet -> packet.channel().equals(TWIST));
        assertThat(seen.take().payload()).isEqualTo(encoded(twist(0)));
        assertThat(link(graph, "speed").sent()).isEqualTo(100);
        assertThat(link(graph, "speed").sentBytes())
                .isEqualTo(100L * encoded(twist(0)).length());
        assertThat(link(graph, "speed").lost()).isZero();
        assertThat(graph.status().streams())
                .extracting(StreamTraffic::name, StreamTraffic::bytes)
                .contains(
                        tuple("speed", OptionalLong.of(link(graph, "speed").sentBytes())),
                        tuple("charge", OptionalLong.empty()));
        assertThat(graph.report()).allMatch(StreamReport::isBalanced);
        assertThat(graph.transports())
                .singleElement()
                .satisfies(report -> assertThat(report.sent()).isEqualTo(100));
    }

    @Test
    void numbersTravelAsTheMessagesThatHoldThem() throws InterruptedException {
        try (Graph graph = autoconnect(module(Driver.class), module(Watcher.class))
                .lcm("charge")
                .start(settings)) {
            graph.part("Driver", Driver.class).ports.charge().publish(12.5);
            Packet packet = seen.take();
            outside.send(packet.channel(), packet.payload());

            assertThat(packet.channel()).isEqualTo("/charge#std_msgs.Float64");
            assertThat(packet.payload())
                    .isEqualTo(MessageCodecs.of(Float64Message.class).encode(new Float64Message(12.5)));
            BlockingQueue<Object> heard = graph.part("Watcher", Watcher.class).heard;
            assertThat(List.of(heard.take(), heard.take())).containsExactly(12.5, 12.5);
        }
    }

    @Test
    void whatComesFromOutsideIsPublishedAndRecordedAsTheBytesItIsAndDoesNotGoBack() throws InterruptedException {
        Path file = folder.resolve("run.db");
        Bytes bytes = encoded(twist(7));
        Graph running = autoconnect(module(Driver.class), module(Watcher.class))
                .lcm("speed")
                .record(file)
                .start(settings);
        outside.send(TWIST, bytes);
        assertThat(running.part("Watcher", Watcher.class).heard.take()).isEqualTo(twist(7));
        running.close();

        assertThat(seen).isEmpty();
        assertThat(link(running, "speed").received()).isEqualTo(1);
        assertThat(running.report()).allMatch(StreamReport::isBalanced);
        List<Observation<?>> rows = new ArrayList<>();
        try (var reader = Recording.open(file).source().open()) {
            reader.cursor("speed", Long.MIN_VALUE, Long.MAX_VALUE).forEachRemaining(rows::add);
        }
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.encoded().orElseThrow().data()).isEqualTo(bytes));
    }

    @Test
    void whatIsNotWhatItSaysIsCountedAndHarmsNobody() throws InterruptedException {
        Graph graph = autoconnect(module(Driver.class), module(Watcher.class))
                .lcm("speed")
                .start(settings);
        Bytes good = encoded(twist(1));
        outside.send(TWIST, Bytes.empty());
        outside.send(TWIST, Bytes.copyOf(new byte[56]));
        outside.send("/speed#geometry_msgs.Accel", good);
        outside.send(TWIST, good.slice(0, 20));
        outside.send("/speed", good);
        outside.send("/elsewhere#geometry_msgs.Twist", good);
        outside.send(TWIST, good);
        assertThat(graph.part("Watcher", Watcher.class).heard.take()).isEqualTo(twist(1));
        graph.close();

        assertThat(graph.ended().toCompletableFuture()).isCompleted();
        assertThat(link(graph, "speed").refused()).isEqualTo(4);
        assertThat(link(graph, "speed").received()).isEqualTo(2);
        assertThat(graph.report()).allMatch(StreamReport::isBalanced);
    }

    @Test
    void aRemoteModuleIsAProgramElsewhere() throws InterruptedException {
        Blueprint blueprint = autoconnect(module(Driver.class).remote("lcm"), module(Watcher.class));
        try (Graph graph = blueprint.start(settings)) {
            outside.send(TWIST, encoded(twist(3)));
            Watcher watcher = graph.part("Watcher", Watcher.class);
            assertThat(watcher.heard.take()).isEqualTo(twist(3));
            watcher.ports.command().publish(twist(9));

            assertThat(seen.take()).satisfies(packet -> {
                assertThat(packet.channel()).isEqualTo("/command#geometry_msgs.Twist");
                assertThat(packet.payload()).isEqualTo(encoded(twist(9)));
            });
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void aReplayedModuleIsOffTheTransport() {
        Path file = record();
        Blueprint replay = autoconnect(module(Driver.class).remote("lcm"), module(Watcher.class))
                .replay(Recording.open(file).asFastAsPossible());

        assertThat(replay.linkedStreams()).isEmpty();
    }

    @Test
    void whatIsPlayedGoesOutAsTheBytesItIsAndNothingComesInThere() {
        Path file = record();
        Graph graph = module(Watcher.class)
                .lcm("*")
                .replay(Recording.open(file).asFastAsPossible())
                .start(settings);
        outside.send(TWIST, encoded(twist(99)));
        graph.ended().toCompletableFuture().join();
        graph.close();

        assertThat(seen).extracting(Packet::payload).containsExactly(encoded(twist(1)), encoded(twist(2)));
        assertThat(link(graph, "speed").receives()).isFalse();
        assertThat(link(graph, "command").receives()).isTrue();
        assertThat(graph.report()).allMatch(StreamReport::isBalanced);
    }

    @Test
    void aRecordedStreamThatNoModuleTakesIsPlayedForOthers() {
        Path file = record();
        Blueprint replay =
                module(Toys.Sensor.class).lcm("sp*").replay(Recording.open(file).rename("speed", "spin"));

        assertThat(replay.replayPlan().orElseThrow().played())
                .extracting(ReplayPlan.Played::stream)
                .containsExactly("spin");
        assertThat(replay.linkedStreams()).extracting(LinkedStream::stream).contains("spin");
    }

    @Test
    void aRecordingWithOtherNamesPlaysUnderTheirAliases() {
        Recording recording = Recording.open(record()).rename("speed", "old_speed");
        Blueprint blueprint = module(Watcher.class).alias("speed", "older_speed", "old_speed");

        assertThat(played(blueprint.replay(recording))).containsExactly("speed");
        assertThat(played(blueprint.rename("speed", "pace").replay(recording))).containsExactly("pace");
        assertThat(played(blueprint.namespace("a").replay(recording.rename("old_speed", "a/old_speed"))))
                .containsExactly("a/speed");
        assertThat(played(autoconnect(blueprint, module(Driver.class)).replay(recording)))
                .containsExactly("speed");
    }

    @Test
    void aRunningGraphSharesMoreStreams() throws InterruptedException {
        try (Graph graph = module(Driver.class).start(settings)) {
            Driver driver = graph.part("Driver", Driver.class);
            driver.ports.speed().publish(twist(1));
            assertThat(graph.share(List.of("sp*"))).containsExactly("speed");
            driver.ports.speed().publish(twist(2));
            assertThat(graph.share(List.of("speed"))).containsExactly("speed");
            driver.ports.speed().publish(twist(3));

            assertThat(seen.take().payload()).isEqualTo(encoded(twist(2)));
            assertThat(seen.take().payload()).isEqualTo(encoded(twist(3)));
            assertThat(link(graph, "speed").receives()).isFalse();
            assertThatThrownBy(() -> graph.share(List.of("sped")))
                    .isInstanceOf(BlueprintException.class)
                    .hasMessageContaining("no stream of the blueprint matches 'sped'")
                    .hasMessageContaining("did you mean 'speed'");
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void aModuleThatJoinsIsLinkedAsTheBlueprintSays() throws InterruptedException {
        try (Graph graph = module(Driver.class).lcm("*").start(settings)) {
            graph.add(module(Toys.Sensor.class).rename("speed", "pace"));

            assertThat(graph.links()).extracting(LinkReport::stream).contains("pace", "reading", "speed");
        }
    }

    @Test
    void messagesOfJavaAloneTravelAsJson() throws InterruptedException {
        try (Graph graph = module(Toys.Sensor.class).lcm("reading").start(settings)) {
            Packet packet = seen.take();

            assertThat(packet.channel()).isEqualTo("/reading#org.dimos.blueprint.Toys$Reading");
            assertThat(new String(packet.payload().toArray(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("{\"number\":0}");
            assertThat(graph.links()).hasSize(1);
        }
    }

    @Test
    void aStreamThatIsNotThereIsSaidBeforeAnythingRuns() {
        assertThatThrownBy(() -> module(Driver.class).lcm("sped", "x*").start(settings))
                .isInstanceOf(BlueprintException.class)
                .hasMessageContaining("matches 'sped', which shall be on lcm; did you mean 'speed'?")
                .hasMessageContaining("matches 'x*'");
    }

    @Test
    void aNameTooLongForTheTransportIsSaid() {
        String longName = "a_name_that_goes_on_and_on_and_on_until_nobody_reads_it";
        Blueprint blueprint = module(Driver.class).rename("speed", longName);

        assertThatThrownBy(() -> blueprint.lcm(longName).start(settings))
                .isInstanceOf(BlueprintException.class)
                .hasMessageContaining("stream '" + longName + "' cannot be on lcm")
                .hasMessageContaining("63 is the most");
        try (Graph graph = blueprint.lcm().start(settings)) {
            assertThat(graph.links()).extracting(LinkReport::stream).containsExactly("charge", "command");
        }
    }

    @Test
    void inLockstepThereIsNoOutside() {
        Path file = record();

        assertThatThrownBy(() -> module(Watcher.class)
                        .lcm("speed")
                        .replay(Recording.open(file))
                        .lockstep()
                        .start(settings))
                .isInstanceOf(BlueprintException.class)
                .hasMessage("in lockstep nothing comes from other processes or goes to them, and speed is on lcm;"
                        + " take it off, or replay without lockstep");
    }

    @Test
    void aUrlThatIsNoneIsSaidAndNothingRuns() {
        Settings wrong = Settings.none().withEnvironment(Map.of("LCM_DEFAULT_URL", "udp://x"));

        assertThatThrownBy(() -> module(Driver.class).lcm().start(wrong))
                .isInstanceOf(BlueprintException.class)
                .hasMessageContaining("'udp://x' (LCM_DEFAULT_URL) is no URL of LCM");
    }

    private Path record() {
        Path file = folder.resolve("recorded.db");
        try (Graph graph = module(Driver.class)
                .record(RecordOptions.to(file).withStreams(List.of("speed")))
                .start(Settings.none())) {
            Driver driver = graph.part("Driver", Driver.class);
            driver.ports.speed().publish(twist(1));
            driver.ports.speed().publish(twist(2));
        }
        return file;
    }

    private static List<String> played(Blueprint replay) {
        return replay.replayPlan().orElseThrow().played().stream()
                .map(ReplayPlan.Played::stream)
                .toList();
    }

    private static LinkReport link(Graph graph, String stream) {
        return graph.links().stream()
                .filter(link -> link.stream().equals(stream))
                .findFirst()
                .orElseThrow();
    }

    private static Twist twist(double x) {
        return new Twist(new Vector3(x, 0, 0), Vector3.zero());
    }

    private static Bytes encoded(Twist twist) {
        return MessageCodecs.of(Twist.class).encode(twist);
    }
}
