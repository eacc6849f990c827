package org.dimos.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.dimos.blueprint.Blueprint.autoconnect;
import static org.dimos.blueprint.Blueprint.module;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.dimos.blueprint.Toys.Estimate;
import org.dimos.blueprint.Toys.Estimator;
import org.dimos.blueprint.Toys.Reading;
import org.dimos.blueprint.Toys.Sensor;
import org.dimos.blueprint.config.Settings;
import org.dimos.core.Clock;
import org.dimos.core.In;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.core.TimeJump;
import org.dimos.core.bus.StreamReport;
import org.dimos.core.time.Timeline;
import org.dimos.record.Player;
import org.dimos.record.PlayerState;
import org.dimos.record.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectedReplayTest {
    private static final Blueprint PROGRAM = autoconnect(
            module(Sensor.class).defaultRecordModules(Sensor.class), module(Estimator.class), module(Witness.class));
    private static final long FIRST_MILLIS = 1_700_000_000_100L;

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    /** Two seconds of a sensor that counts at 10 Hz. */
    @BeforeEach
    void record() {
        file = folder.resolve("run.db");
        TestScheduler time = new TestScheduler(FIRST_MILLIS - 100, TimeUnit.MILLISECONDS);
        try (Graph graph = PROGRAM.record(file).start(Settings.none(), Timeline.virtual(time))) {
            time.advanceTimeBy(2, TimeUnit.SECONDS);
        }
    }

    private Recording recording() {
        return Recording.open(file);
    }

    private static PlayerState await(CompletionStage<PlayerState> command) throws Exception {
        return command.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static List<String> eventsOf(Graph graph) {
        return graph.part("Witness", Witness.class).events;
    }

    @Test
    void modulesAreToldOfAJumpBetweenWhatCameBeforeAndAfter() throws Exception {
        try (Graph graph = PROGRAM.replay(recording().paused()).start()) {
            Player player = graph.player().orElseThrow();
            await(player.step(Duration.ofMillis(250)));
            await(player.seek(Duration.ofMillis(1500)));
            await(player.step(Duration.ofMillis(150)));
            assertThat(eventsOf(graph))
                    .filteredOn(event -> !event.startsWith("timer"))
                    .containsExactly(
                            "0 at 0", "1 at 100", "2 at 200", "jump from 250 to 1500", "15 at 1500", "16 at 1600");
        }
    }

    @Test
    void timersGoOnForTheRestOfTheirDelayAndDoNotFireForWhatIsLeftOut() throws Exception {
        try (Graph graph = PROGRAM.replay(recording().paused()).start()) {
            Player player = graph.player().orElseThrow();
            await(player.step(Duration.ofMillis(250)));
            await(player.seek(Duration.ofMillis(1500)));
            await(player.step(Duration.ofMillis(130)));
            await(player.seek(Duration.ofMillis(100)));
            await(player.step(Duration.ofMillis(130)));
            assertThat(eventsOf(graph))
                    .filteredOn(event -> event.startsWith("timer"))
                    .containsExactly(
                            "timer 70", "timer 140", "timer 210", "timer 1530", "timer 1600", "timer 140", "timer 210");
        }
    }

    @Test
    void asFastAsPossibleTheClockStandsAtEachMessageAndTimersComeInTheirPlace() throws Exception {
        try (Graph graph = PROGRAM.replay(recording().asFastAsPossible()).start()) {
            graph.ended().toCompletableFuture().get(20, TimeUnit.SECONDS);
            List<String> events = List.copyOf(eventsOf(graph));
            assertThat(events)
                    .startsWith("0 at 0", "timer 70", "1 at 100", "timer 140", "2 at 200", "timer 210", "timer 280")
                    .endsWith("timer 1820", "timer 1890", "19 at 1900")
                    .hasSize(20 + 27);
        }
    }

    @Test
    void asFastAsPossibleNoDeliveryLeavesAnythingOut() throws Exception {
        for (int i = 0; i < 5; i++) {
            try (Graph graph = PROGRAM.replay(recording().asFastAsPossible()).start()) {
                graph.ended().toCompletableFuture().get(20, TimeUnit.SECONDS);
                graph.close();
                assertThat(graph.report())
                        .filteredOn(stream -> !stream.receivers().isEmpty())
                        .extracting(StreamReport::sent, StreamReport::delivered)
                        .as("run %d: %s", i, graph.report())
                        .containsOnly(tuple(20L, 20L), tuple(20L, 40L));
            }
        }
    }

    @Test
    void aBurstOfAModuleIsKeptAsFastAsPossible() throws Exception {
        Blueprint bursts = autoconnect(module(Sensor.class), module(Burst.class), module(Witness.class));
        try (Graph graph = bursts.replay(recording().asFastAsPossible()).start()) {
            graph.ended().toCompletableFuture().get(20, TimeUnit.SECONDS);
            graph.close();
            assertThat(graph.report())
                    .filteredOn(stream -> stream.stream().equals("estimate"))
                    .singleElement()
                    .satisfies(stream -> {
                        assertThat(stream.sent()).isEqualTo(20 * 3000);
                        assertThat(stream.delivered()).isEqualTo(20 * 3000);
                    });
        }
    }

    /** Notes what it is told and when; slow every now and then. */
    static final class Witness implements RobotModule {
        public record Ports(In<Estimate> estimate, In<Reading> reading) {}

        final List<String> events = Collections.synchronizedList(new ArrayList<>());
        private final Ports ports;
        private final Clock clock;
        private final Scheduler scheduler;

        @Inject
        Witness(Ports ports, Clock clock, Scheduler scheduler) {
            this.ports = ports;
            this.clock = clock;
            this.scheduler = scheduler;
        }

        @Override
        public void start() {
            var unusedAll = ports.estimate().all(1).subscribe(estimate -> {});
            var unusedLatest = ports.reading().latest().subscribe(this::onReading);
            var unusedTimer = Flowable.interval(70, TimeUnit.MILLISECONDS, scheduler)
                    .onBackpressureBuffer()
                    .subscribe(tick -> events.add("timer " + millis(clock.nanos())));
        }

        private void onReading(Reading reading) {
            for (int i = 0; reading.number() % 7 == 3 && i < 100_000; i++) {
                Thread.onSpinWait();
            }
            events.add(reading.number() + " at " + millis(clock.nanos()));
        }

        @Override
        public void onTimeJump(TimeJump jump) {
            events.add("jump from " + millis(jump.fromNanos()) + " to " + millis(jump.toNanos()));
        }

        private static long millis(long nanos) {
            return nanos / 1_000_000 - FIRST_MILLIS;
        }
    }

    /** Says more about each reading than anybody has room for. */
    static final class Burst implements RobotModule {
        public record Ports(In<Reading> reading, Out<Estimate> estimate) {}

        private final Ports ports;

        @Inject
        Burst(Ports ports) {
            this.ports = ports;
        }

        @Override
        public void start() {
            var unused = ports.reading().all().subscribe(reading -> {
                for (int i = 0; i < 3000; i++) {
                    ports.estimate().publish(new Estimate(i));
                }
            });
        }
    }
}
