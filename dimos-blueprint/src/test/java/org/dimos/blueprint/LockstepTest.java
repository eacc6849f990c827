package org.dimos.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dimos.blueprint.Blueprint.autoconnect;
import static org.dimos.blueprint.Blueprint.module;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.dimos.blueprint.Toys.Estimate;
import org.dimos.blueprint.Toys.Estimator;
import org.dimos.blueprint.Toys.Log;
import org.dimos.blueprint.Toys.Reading;
import org.dimos.blueprint.Toys.Sensor;
import org.dimos.blueprint.config.Settings;
import org.dimos.core.Clock;
import org.dimos.core.In;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.core.TimeJump;
import org.dimos.core.time.Timeline;
import org.dimos.msgs.geometry.Twist;
import org.dimos.record.Recorder;
import org.dimos.record.RecorderConfig;
import org.dimos.record.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockstepTest {
    private static final long FIRST_MILLIS = 1_700_000_000_100L;

    @TempDir
    Path folder;

    private Path file = Path.of("unset");

    /** Writes down what it hears and when a timer of 70 ms fires. */
    static final class Diary implements RobotModule {
        public record Ports(In<Reading> reading, In<Twist> speed) {}

        private final Ports ports;
        private final Clock clock;
        private final Scheduler scheduler;
        final List<String> lines = new ArrayList<>();

        @Inject
        Diary(Ports ports, Clock clock, Scheduler scheduler) {
            this.ports = ports;
            this.clock = clock;
            this.scheduler = scheduler;
        }

        @Override
        public void start() {
            var unusedSpeed = ports.speed().all().subscribe(speed -> write("speed"));
            var unusedReading = ports.reading().all().subscribe(reading -> write("reading"));
            var unusedTimer =
                    Flowable.interval(100, TimeUnit.MILLISECONDS, scheduler).subscribe(tick -> write("timer"));
        }

        @Override
        public void onTimeJump(TimeJump jump) {
            write(jump.cause() + " of " + jump.by().toMillis());
        }

        private void write(String what) {
            lines.add(what + " " + (clock.nanos() / 1_000_000 - FIRST_MILLIS));
        }
    }

    /** Answers readings on a thread of its own. */
    static final class Rebel implements RobotModule {
        public record Ports(In<Reading> reading, Out<Estimate> estimate) {}

        private final Ports ports;
        private final ExecutorService own = Executors.newSingleThreadExecutor(task -> new Thread(task, "rebel-1"));

        @Inject
        Rebel(Ports ports) {
            this.ports = ports;
        }

        @Override
        public void start() {
            var unused = ports.reading()
                    .all()
                    .subscribe(reading -> own.execute(() -> ports.estimate().publish(new Estimate(System.nanoTime()))));
        }

        @Override
        public void close() throws InterruptedException {
            own.shutdown();
            assertThat(own.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Half a second of a sensor that counts at 10 Hz, from 100 ms on. */
    @BeforeEach
    void record() {
        file = folder.resolve("run.db");
        TestScheduler time = new TestScheduler(FIRST_MILLIS - 100, TimeUnit.MILLISECONDS);
        try (Graph graph = module(Sensor.class).record(file).start(Settings.none(), Timeline.virtual(time))) {
            time.advanceTimeBy(500, TimeUnit.MILLISECONDS);
        }
    }

    private static Graph run(Blueprint replay) {
        Graph graph = replay.lockstep().start();
        try (graph) {
            graph.ended().toCompletableFuture().join();
        }
        return graph;
    }

    @Test
    void handlesMessagesByTimeAndStreamAndTimersBeforeThem() {
        Graph graph = run(module(Diary.class).replay(Recording.open(file)));
        assertThat(graph.part("Diary", Diary.class).lines)
                .containsExactly(
                        "reading 0",
                        "speed 0",
                        "timer 100",
                        "reading 100",
                        "speed 100",
                        "timer 200",
                        "reading 200",
                        "speed 200",
                        "timer 300",
                        "reading 300",
                        "speed 300",
                        "timer 400",
                        "reading 400",
                        "speed 400");
    }

    @Test
    void jumpsOverAGapAndTellsModulesInTheirTurn() {
        Recording cut = Recording.open(file)
                .edit()
                .deleteRange(Duration.ofMillis(150), Duration.ofMillis(250))
                .preview()
                .skipGaps();
        Graph graph = run(module(Diary.class).replay(cut));
        assertThat(graph.part("Diary", Diary.class).lines)
                .containsExactly(
                        "reading 0",
                        "speed 0",
                        "timer 100",
                        "reading 100",
                        "speed 100",
                        "GAP of 100 250",
                        "timer 300",
                        "reading 300",
                        "speed 300",
                        "timer 400",
                        "reading 400",
                        "speed 400");
    }

    @Test
    void everyRunGivesTheSameFile() throws IOException {
        Blueprint program = autoconnect(module(Sensor.class), module(Estimator.class), module(Log.class));
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Path outputs = folder.resolve("outputs-" + i + ".db");
            Graph unused = run(program.replay(Recording.open(file)).record(outputs));
            files.add(Files.readAllBytes(outputs));
        }
        assertThat(files).allSatisfy(bytes -> assertThat(bytes).isEqualTo(files.get(0)));
        assertThat(Recording.open(folder.resolve("outputs-0.db")).recorded())
                .singleElement()
                .satisfies(stream -> {
                    assertThat(stream.name()).isEqualTo("estimate");
                    assertThat(stream.messages()).isEqualTo(5);
                    assertThat(stream.firstNanos()).isEqualTo(FIRST_MILLIS * 1_000_000);
                });
    }

    @Test
    void waitsForARecorderWithLittleRoom() {
        RecordOptions options = RecordOptions.to(folder.resolve("small.db"))
                .withStreams(List.of("*"))
                .withConfig(new RecorderConfig().withQueueBytes(2_000));
        Blueprint replay = autoconnect(module(Estimator.class), module(Sensor.class))
                .replay(Recording.open(file))
                .record(options);
        Graph graph = run(replay);
        String recorder = replay.entries().get(replay.entries().size() - 1).name();
        assertThat(graph.part(recorder, Recorder.class).report())
                .satisfies(report -> assertThat(report.lost()).isZero())
                .satisfies(report -> assertThat(report.stored()).isEqualTo(15));
    }

    @Test
    void failsAModuleThatPublishesOnAThreadOfItsOwnAndNamesBoth() {
        Blueprint replay = autoconnect(module(Rebel.class), module(Log.class)).replay(Recording.open(file));
        assertThatThrownBy(() -> {
                    Graph graph = replay.lockstep().start();
                    try (graph) {
                        graph.ended().toCompletableFuture().join();
                    }
                })
                .satisfiesAnyOf(
                        error -> assertThat(error)
                                .isInstanceOf(ModuleException.class)
                                .hasMessageContaining("Rebel"),
                        error -> assertThat(error)
                                .isInstanceOf(CompletionException.class)
                                .cause()
                                .hasMessageContaining("Rebel")
                                .hasMessageContaining("rebel-1"));
    }

    @Test
    void findsTheCallsThatAreDifferentInEveryRun() {
        assertThat(UnrepeatableCalls.of(Diary.class)).isEmpty();
        assertThat(UnrepeatableCalls.of(Rebel.class))
                .anyMatch(call -> call.equals("Rebel calls System.nanoTime()"))
                .anyMatch(call -> call.equals("Rebel calls new Thread()"))
                .anyMatch(call -> call.equals("Rebel calls Executors.newSingleThreadExecutor()"));
        assertThat(ConstantPool.of(Estimator.class).orElseThrow().calls())
                .contains(new ConstantPool.Call("org/dimos/core/In", "all", "()Lio/reactivex/rxjava3/core/Flowable;"));
    }

    @Test
    void isForReplaysThatEnd() {
        assertThatThrownBy(() -> module(Sensor.class).lockstep()).hasMessageContaining("only a replay");
        assertThatThrownBy(() ->
                        module(Log.class).replay(Recording.open(file).loop()).lockstep())
                .hasMessageContaining("loop");
    }

    @Test
    void aStreamCanBePlayedBesideTheOneThatIsMadeAnew() {
        Blueprint program = autoconnect(module(Sensor.class), module(Estimator.class), module(Log.class));
        Path all = folder.resolve("all.db");
        Graph unusedFirst = run(program.replay(Recording.open(file))
                .record(RecordOptions.to(all).withStreams(List.of("*"))));
        Path both = folder.resolve("both.db");
        Blueprint changed = program.configure("Estimator", "factor", 100);
        Blueprint replay = changed.replay(Recording.open(all).beside("estimate"));
        Graph graph = run(replay.record(both));
        assertThat(graph.part("Log", Log.class).estimates).contains(new Estimate(100), new Estimate(400));
        assertThat(Recording.open(both).recorded())
                .extracting(stream -> stream.name() + " " + stream.messages())
                .containsExactlyInAnyOrder("estimate 5", "estimate@recorded 5");
    }
}
