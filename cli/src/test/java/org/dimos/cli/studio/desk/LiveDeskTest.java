package org.dimos.cli.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.config.Settings;
import org.dimos.blueprint.introspection.Announcement;
import org.dimos.blueprint.introspection.LiveRuns;
import org.dimos.cli.studio.screen.Size;
import org.dimos.cli.studio.state.Capturing;
import org.dimos.cli.studio.state.Effect;
import org.dimos.cli.studio.state.Live;
import org.dimos.cli.studio.state.Next;
import org.dimos.cli.studio.state.Notice;
import org.dimos.cli.studio.state.Step;
import org.dimos.cli.studio.state.StudioState;
import org.dimos.cli.testing.Numbers;
import org.dimos.record.Recording;
import org.dimos.record.StreamInfo;
import org.dimos.record.rolling.StateFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of this process, seen and recorded as those of others are, on a bus of its own. */
class LiveDeskTest {
    @TempDir
    Path folder;

    private final Map<String, String> bus = Map.of("LCM_DEFAULT_URL", "memq://" + UUID.randomUUID());
    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Graph graph =
            Blueprint.module(Numbers.class).start(Settings.none().withEnvironment(bus));
    private StudioState state = StudioState.empty(new Size(80, 24));
    private Optional<Announcement> announcement = Optional.empty();
    private Optional<LiveDesk> desk = Optional.empty();

    @BeforeEach
    void announce() {
        StateFolder runs = new StateFolder(folder.resolve("state"));
        announcement = Optional.of(Announcement.of(graph, "numbers", "one", Optional.empty(), runs, () -> {}));
        desk = Optional.of(new LiveDesk(
                new LiveRuns(runs),
                steps::add,
                (name, blueprint) -> folder.resolve(name.isEmpty() ? blueprint + ".db" : name),
                bus));
    }

    @AfterEach
    void close() {
        desk().close();
        announcement.orElseThrow().close();
        graph.close();
    }

    private LiveDesk desk() {
        return desk.orElseThrow();
    }

    private void until(Predicate<StudioState> expected) {
        while (!expected.test(state)) {
            try {
                Step step = steps.poll(20, TimeUnit.SECONDS);
                assertThat(step).as("a step after %s", state.front()).isNotNull();
                take(step);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private void take(Step step) {
        Next next = step.take(state);
        state = next.state();
        effects.addAll(next.effects());
    }

    private void watch() {
        take(now -> Capturing.found(now, List.of("one")));
        desk().watch("one");
        until(now -> now.outline().streams().contains("numbers"));
    }

    private void record(String name) {
        watch();
        desk().record(Set.of(), name);
        until(now -> messages(now) >= 20);
    }

    private static long messages(StudioState now) {
        return now.live().flatMap(Live::capture).map(Live.Capture::messages).orElse(0L);
    }

    private Effect.Open opened() {
        until(now -> effects.stream().anyMatch(Effect.Open.class::isInstance));
        return effects.stream()
                .filter(Effect.Open.class::isInstance)
                .map(Effect.Open.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static long stored(Path file) {
        return Recording.open(file).recorded().stream()
                .mapToLong(StreamInfo::messages)
                .sum();
    }

    @Test
    void aRunIsFoundAndLookedAtAgainAndAgain() {
        desk().find();
        until(now -> now.live().isPresent());
        assertThat(effects).containsExactly(new Effect.Watch("one"));
        desk().watch("one");
        until(now -> now.time()
                .lanes()
                .of("numbers")
                .filter(lane -> lane.bins() >= 2)
                .isPresent());
        assertThat(state.live()).contains(new Live("one", Optional.empty()));
        assertThat(state.outline().rows().get(0).module()).isEqualTo("Numbers");
        assertThat(state.time().lanes().of("numbers").orElseThrow().messages(0)).isPositive();
    }

    @Test
    void aRunIsRecordedOnceAtATimeUntilThatIsStopped() {
        record("a.db");
        desk().record(Set.of("numbers"), "b.db");
        until(now -> now.front().notice().text().contains("recorded already"));
        desk().stopRecording();
        Effect.Open open = opened();
        assertThat(open.name()).isEqualTo(folder.resolve("a.db").toString());
        long stored = stored(folder.resolve("a.db"));
        assertThat(stored).isGreaterThanOrEqualTo(20);
        assertThat(open.then()).isEqualTo(Notice.info("recorded " + stored + " messages into " + open.name()));
        assertThat(folder.resolve("b.db")).doesNotExist();
        assertThat(messages(state)).isZero();
    }

    @Test
    void aRunThatIsGoneIsSaidAndWhatWasRecordedIsKept() {
        record("");
        announcement.orElseThrow().close();
        Effect.Open open = opened();
        assertThat(open.then().isError()).isTrue();
        assertThat(open.then().text()).startsWith("run one is gone: ").contains("; recorded ");
        assertThat(state.live()).isEmpty();
        assertThat(stored(folder.resolve("numbers.db"))).isGreaterThanOrEqualTo(20);
    }

    @Test
    void aRunThatIsNotThereAnyMoreIsNotLookedAt() {
        take(now -> Capturing.found(now, List.of("two")));
        desk().watch("two");
        until(now -> now.front().notice().isError());
        assertThat(state.front().notice().text()).isEqualTo("run two is gone");
        assertThat(state.live()).isEmpty();
        desk().record(Set.of(), "");
        until(now -> now.front().notice().text().equals("the run is gone"));
    }

    @Test
    void aFileThatExistsIsNotRecordedInto() throws Exception {
        Path file = Files.writeString(folder.resolve("a.db"), "mine");
        watch();
        desk().record(Set.of("numbers"), "a.db");
        until(now -> now.front().notice().isError());
        assertThat(state.front().notice().text()).contains("a.db");
        assertThat(file).hasContent("mine");
        assertThat(state.live()).isPresent();
    }

    @Test
    void theEndOfTheEditorIsTheEndOfTheRecording() {
        record("a.db");
        desk().close();
        assertThat(stored(folder.resolve("a.db"))).isGreaterThanOrEqualTo(20);
        assertThat(folder.resolve("a.db-wal")).doesNotExist();
        desk().find();
    }
}
