package org.dimos.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dimos.blueprint.Blueprint.autoconnect;
import static org.dimos.blueprint.Blueprint.module;

import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.dimos.blueprint.Toys.Estimate;
import org.dimos.blueprint.Toys.Estimator;
import org.dimos.blueprint.Toys.Log;
import org.dimos.blueprint.Toys.Reading;
import org.dimos.blueprint.Toys.Sensor;
import org.dimos.blueprint.config.Settings;
import org.dimos.core.bus.StreamReport;
import org.dimos.core.time.Timeline;
import org.dimos.msgs.geometry.Twist;
import org.dimos.record.Producer;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.StreamInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordReplayTest {
    private static final Blueprint PROGRAM = autoconnect(
            module(Sensor.class).defaultRecordModules(Sensor.class), module(Estimator.class), module(Log.class));

    private static final long FIRST_MILLIS = 1_700_000_000_100L;

    @TempDir
    Path folder;

    private Path file = Path.of("unset");

    /** Two seconds of a sensor that counts at 10 Hz, from 100 ms on. */
    @BeforeEach
    void record() {
        file = folder.resolve("run.db");
        TestScheduler time = new TestScheduler(FIRST_MILLIS - 100, TimeUnit.MILLISECONDS);
        try (Graph graph = PROGRAM.record(file).start(Settings.none(), Timeline.virtual(time))) {
            time.advanceTimeBy(2, TimeUnit.SECONDS);
        }
    }

    /** Time that stands where the recording begins. */
    private static TestScheduler replayTime() {
        return new TestScheduler(FIRST_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** When estimates came, in milliseconds after the beginning of the recording. */
    private static List<Long> millis(Log log) {
        return log.times.stream().map(nanos -> nanos / 1_000_000 - FIRST_MILLIS).toList();
    }

    private static Log replay(Recording recording, int seconds) {
        return replay(PROGRAM.replay(recording), seconds);
    }

    private static Log replay(Blueprint replay, int seconds) {
        TestScheduler time = replayTime();
        Graph graph = replay.start(Settings.none(), Timeline.virtual(time));
        time.advanceTimeBy(seconds, TimeUnit.SECONDS);
        graph.close();
        assertThat(graph.ended().toCompletableFuture()).isCompleted();
        assertThat(graph.report()).allMatch(StreamReport::isBalanced);
        return graph.part("Log", Log.class);
    }

    private static List<Long> numbers(Log log) {
        return log.estimates.stream().map(Estimate::number).toList();
    }

    @Test
    void recordsWhatTheDefaultModulesPublishAndWhoPublishedIt() {
        Recording recording = Recording.open(file);
        assertThat(recording.recorded()).extracting(StreamInfo::name).containsExactlyInAnyOrder("reading", "speed");
        assertThat(recording.recorded()).extracting(StreamInfo::messages).containsOnly(20L);
        assertThat(recording.recorded().get(0).producer()).contains(new Producer("Sensor", List.of()));
    }

    @Test
    void replayGivesTheSameMessagesAtTheSameTimes() {
        int constructed = Sensor.CONSTRUCTED.get();
        Log log = replay(Recording.open(file), 3);
        assertThat(numbers(log)).startsWith(0L, 10L, 20L).endsWith(180L, 190L).hasSize(20);
        assertThat(millis(log)).startsWith(0L, 100L, 200L);
        assertThat(Sensor.CONSTRUCTED).hasValue(constructed);
    }

    @Test
    void recordingAReplayIsTheIdentity() {
        Path again = folder.resolve("again.db");
        replay(
                PROGRAM.replay(Recording.open(file))
                        .record(RecordOptions.to(again).withStreams(List.of("reading", "speed"))),
                3);
        assertThat(numbers(replay(Recording.open(again), 3))).isEqualTo(numbers(replay(Recording.open(file), 3)));
        assertThat(Recording.open(again).recorded())
                .extracting(StreamInfo::firstNanos)
                .containsExactlyElementsOf(Recording.open(file).recorded().stream()
                        .map(StreamInfo::firstNanos)
                        .toList());
    }

    @Test
    void neverOverwritesARecording() {
        assertThatThrownBy(() -> PROGRAM.record(file).start())
                .hasMessageContaining("run.db")
                .hasMessageContaining("exists");
        assertThat(Recording.open(file).recorded()).hasSize(2);
    }

    @Test
    void seekAndDurationCutTheRecording() {
        Recording part = Recording.open(file).seek(Duration.ofMillis(500)).duration(Duration.ofMillis(300));
        Log log = replay(part, 3);
        assertThat(numbers(log)).containsExactly(50L, 60L, 70L);
        assertThat(millis(log)).startsWith(0L);
    }

    @Test
    void operatorsOnAStreamChangeIt() {
        Recording thinned = Recording.open(file).everyNth("reading", 5);
        assertThat(numbers(replay(thinned, 3))).containsExactly(0L, 50L, 100L, 150L);
        Recording slowed = Recording.open(file).throttle("reading", 2);
        assertThat(numbers(replay(slowed, 3))).containsExactly(0L, 50L, 100L, 150L);
        Recording odd = Recording.open(file).filter("reading", Reading.class, reading -> reading.number() > 17);
        assertThat(numbers(replay(odd, 3))).containsExactly(180L, 190L);
        Recording negated = Recording.open(file)
                .map("reading", Reading.class, reading -> new Reading(-reading.number()))
                .duration(Duration.ofMillis(250));
        assertThat(numbers(replay(negated, 3))).containsExactly(0L, -10L, -20L);
    }

    @Test
    void shiftMovesAStreamAgainstTheClock() {
        Log log = replay(Recording.open(file).shift("reading", Duration.ofMillis(30)), 3);
        assertThat(millis(log)).startsWith(30L, 130L);
    }

    @Test
    void shiftBackStartsTheReplayEarlier() {
        Log log = replay(Recording.open(file).shift("speed", Duration.ofMillis(-300)), 3);
        assertThat(millis(log)).startsWith(300L, 400L);
    }

    @Test
    void transformRunsAnyOperatorsInRecordedTime() {
        Recording paired = Recording.open(file)
                .transform(
                        "reading", Reading.class, readings -> readings.buffer(2).map(pair -> pair.get(1)))
                .duration(Duration.ofMillis(400));
        assertThat(numbers(replay(paired, 3))).containsExactly(10L, 30L);
        Recording delayed = Recording.open(file)
                .transform(
                        "reading",
                        Reading.class,
                        Reading.class,
                        (readings, time) -> readings.delay(40, TimeUnit.MILLISECONDS, time));
        assertThat(millis(replay(delayed, 3))).startsWith(40L, 140L);
    }

    @Test
    void operatorsMayChangeTheType() {
        Recording estimated = Recording.open(file)
                .map("reading", Reading.class, Estimate.class, reading -> new Estimate(reading.number() + 1000))
                .rename("reading", "estimate");
        assertThat(numbers(replay(estimated, 3))).startsWith(1000L, 1001L).hasSize(20);
    }

    @Test
    void operatorsOnTheWholeRecordingWorkOnAllStreams() {
        assertThat(numbers(replay(Recording.open(file).everyNth(10), 3))).containsExactly(0L, 100L);
        assertThat(numbers(replay(Recording.open(file).throttle(1), 3))).containsExactly(0L, 100L);
        assertThat(millis(replay(Recording.open(file).shift(Duration.ofSeconds(1)), 4)))
                .startsWith(1_000L);
        assertThat(numbers(replay(Recording.open(file).filter(each -> each.id() <= 2), 3)))
                .containsExactly(0L, 10L);
        assertThat(numbers(replay(Recording.open(file).map(each -> each), 3))).hasSize(20);
        assertThat(numbers(replay(Recording.open(file).transform((all, time) -> all.takeLast(2)), 3)))
                .containsExactly(190L);
    }

    @Test
    void loopStartsAllStreamsOverTogether() {
        Recording loop = Recording.open(file).duration(Duration.ofMillis(500)).loop();
        TestScheduler time = replayTime();
        Graph graph = PROGRAM.replay(loop).start(Settings.none(), Timeline.virtual(time));
        time.advanceTimeBy(1_450, TimeUnit.MILLISECONDS);
        graph.close();
        Log log = graph.part("Log", Log.class);
        assertThat(numbers(log))
                .containsExactly(0L, 10L, 20L, 30L, 40L, 0L, 10L, 20L, 30L, 40L, 0L, 10L, 20L, 30L, 40L);
        assertThat(millis(log).get(5)).isEqualTo(500L);
        assertThat(graph.report())
                .filteredOn(stream -> stream.stream().equals("speed"))
                .allMatch(s -> s.sent() == 15);
    }

    @Test
    void aGapTakesNoTimeAndTheClockJumps() {
        Recording cut = Recording.open(file)
                .edit()
                .deleteRange(Duration.ofMillis(250), Duration.ofMillis(1650))
                .preview()
                .skipGaps();
        Log log = replay(PROGRAM.replay(cut), 1);
        assertThat(numbers(log)).containsExactly(0L, 10L, 20L, 170L, 180L, 190L);
        assertThat(millis(log)).containsExactly(0L, 100L, 200L, 1700L, 1800L, 1900L);
    }

    @Test
    void aLoopSkipsTheGapInEachRound() {
        Recording cut = Recording.open(file)
                .edit()
                .deleteRange(Duration.ofMillis(150), Duration.ofMillis(1850))
                .preview()
                .skipGaps()
                .loop();
        TestScheduler time = replayTime();
        Graph graph = PROGRAM.replay(cut).start(Settings.none(), Timeline.virtual(time));
        time.advanceTimeBy(350, TimeUnit.MILLISECONDS);
        graph.close();
        assertThat(numbers(graph.part("Log", Log.class))).containsExactly(0L, 10L, 190L, 0L, 10L);
    }

    @Test
    void aLoopOfNothingEnds() {
        Recording nothing = Recording.open(file)
                .only("reading")
                .filter("reading", Reading.class, reading -> false)
                .loop();
        assertThat(numbers(replay(nothing, 1))).isEmpty();
    }

    @Test
    void anErrorWhileReadingEndsTheReplayInsteadOfHoldingItUp() {
        Recording broken = Recording.open(file).filter("reading", Reading.class, reading -> {
            throw new StackOverflowError("too deep");
        });
        assertThatThrownBy(() -> replay(broken, 1))
                .isInstanceOf(ModuleException.class)
                .hasMessageContaining("too deep");
    }

    @Test
    void onlyAndWithoutChooseStreams() {
        assertThat(PROGRAM.replay(Recording.open(file).only("read*"))
                        .replayPlan()
                        .orElseThrow()
                        .played())
                .extracting(ReplayPlan.Played::stream)
                .containsExactly("reading");
        assertThat(PROGRAM.replay(Recording.open(file).without("reading"))
                        .replayPlan()
                        .orElseThrow()
                        .played())
                .extracting(ReplayPlan.Played::stream)
                .containsExactly("speed");
    }

    @Test
    void keptModulesRunOnWhatIsPlayed() {
        Path all = folder.resolve("all.db");
        replay(PROGRAM.replay(Recording.open(file)).record(RecordOptions.to(all).withStreams(List.of("*"))), 3);
        Blueprint louder = PROGRAM.configure("Estimator", "factor", 100);
        assertThat(numbers(replay(louder.replay(Recording.open(all)), 3))).startsWith(0L, 10L, 20L);
        assertThat(numbers(replay(louder.replay(Recording.open(all), Set.of("Estimator")), 3)))
                .startsWith(0L, 100L, 200L);
    }

    @Test
    void namesTheNearestStreamForAnUnknownOne() {
        assertThatThrownBy(() -> Recording.open(file).everyNth("readin", 2))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("did you mean 'reading'?");
    }

    @Test
    void refusesAnOperatorForAnotherType() {
        assertThatThrownBy(() -> Recording.open(file).map("reading", Twist.class, twist -> twist))
                .hasMessageContaining("not Twist");
    }

    @Test
    void refusesAStartAfterTheEnd() {
        assertThatThrownBy(() -> Recording.open(file).seek(Duration.ofSeconds(3)))
                .hasMessageContaining("lasts 1.9 s");
    }

    @Test
    void endsTheGraphWhenTheRecordingIsOver() throws Exception {
        Recording fast = Recording.open(file).speed(1000);
        try (Graph graph = PROGRAM.replay(fast).start()) {
            graph.ended().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void playsNoFileThatIsNotThere() {
        Path missing = folder.resolve("run.dbx");
        assertThat(Files.exists(missing)).isFalse();
        assertThatThrownBy(() -> Recording.open(missing))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("run.db");
    }
}
