package org.dimos.cli.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.dimos.blueprint.Blueprint;
import org.dimos.cli.picture.GraphicsMode;
import org.dimos.cli.studio.screen.Size;
import org.dimos.cli.studio.state.Document;
import org.dimos.cli.studio.state.Editing;
import org.dimos.cli.studio.state.Next;
import org.dimos.cli.studio.state.Notice;
import org.dimos.cli.studio.state.Playhead.Status;
import org.dimos.cli.studio.state.Span;
import org.dimos.cli.studio.state.Step;
import org.dimos.cli.studio.state.StudioState;
import org.dimos.cli.testing.Count;
import org.dimos.core.time.SystemClock;
import org.dimos.record.FileSource;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes time, with a real recording: an hour of one message a second. */
class DeskTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_700_000_000L * SECOND;
    private static final int SECONDS = 3600;

    @TempDir
    Path folder;

    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private StudioState state = StudioState.empty(new Size(80, 24));
    private Path file = Path.of("");
    private FileDesk files = new FileDesk(
            steps::add, name -> new FileSource(Path.of(name)), Path::of, new PictureReader(GraphicsMode.SHADES));

    @BeforeEach
    void record() {
        file = folder.resolve("run.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            RecordingStream stream = writer.stream(StreamSpec.of("count", Count.class));
            for (int i = 0; i < SECONDS; i++) {
                long unused = stream.append(Observation.of("count", START + i * SECOND, START, new Count(i)));
            }
        }
        files.open(file.toString(), Notice.NONE);
        until(now -> now.document().isPresent());
    }

    /** Takes steps until the state is as it should be; what they want done is done by the test. */
    private void until(Predicate<StudioState> expected) {
        while (!expected.test(state)) {
            Step step;
            try {
                step = steps.poll(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            assertThat(step).as("a step after %s", state.front()).isNotNull();
            Next next = step.take(state);
            state = next.state();
        }
    }

    private Document document() {
        return state.document().orElseThrow();
    }

    private void mark(int from, int to) {
        state = Editing.opened(state, document(), Notice.NONE).state();
        Document cut = document().with(document().edit().deleteRange(Duration.ofSeconds(from), Duration.ofSeconds(to)));
        state = state.with(cut).with(state.front().doing("saving"));
    }

    @Test
    void messagesAreCounted() {
        files.count(document(), new Span(START, START + 100 * SECOND), 10);
        until(now -> now.time().lanes().of("count").isPresent());
        var lane = state.time().lanes().of("count").orElseThrow();
        assertThat(lane.bins()).isEqualTo(10);
        assertThat(lane.messages(0)).isEqualTo(10);
        assertThat(lane.messages(9)).isEqualTo(10);
        assertThat(lane.bytes(3)).isPositive();
    }

    @Test
    void savingReplacesTheFileAndOpensIt() {
        mark(0, 600);
        files.save(document().edit());
        until(now -> !now.front().isBusy());
        assertThat(state.front().notice().text()).contains("saved").contains("run.db.bak");
        assertThat(state.unsaved()).isZero();
        assertThat(Recording.open(file).recorded().get(0).messages()).isEqualTo(3000);
        assertThat(Recording.open(folder.resolve("run.db.bak"))
                        .recorded()
                        .get(0)
                        .messages())
                .isEqualTo(3600);
    }

    @Test
    void savingAsANewFileLeavesTheOldOne() {
        mark(0, 600);
        files.saveAs(document().edit(), folder.resolve("new.db").toString());
        until(now -> !now.front().isBusy());
        assertThat(document().title()).isEqualTo("new.db");
        assertThat(Recording.open(file).recorded().get(0).messages()).isEqualTo(3600);
    }

    @Test
    void savingOverAFileOrIntoNowhereIsRefusedAndTheEditsAreKept() {
        mark(0, 600);
        Document before = document();
        files.saveAs(before.edit(), file.toString());
        until(now -> !now.front().isBusy());
        assertThat(state.front().notice().isError()).isTrue();
        assertThat(state.front().notice().text()).contains("exists");
        state = state.with(state.front().doing("saving"));
        files.saveAs(before.edit(), file.resolve("x.db").toString());
        until(now -> !now.front().isBusy());
        assertThat(state.front().notice().isError()).isTrue();
        assertThat(state.document()).contains(before);
    }

    @Test
    void aFileThatVanishedIsNotSavedAndTheEditsAreKept() throws IOException {
        mark(0, 600);
        Document before = document();
        Files.delete(file);
        files.save(before.edit());
        until(now -> !now.front().isBusy());
        assertThat(state.front().notice().isError()).isTrue();
        assertThat(state.front().notice().text()).contains("run.db");
        assertThat(state.document()).contains(before);
    }

    @Test
    void aPartIsKept() {
        mark(0, 600);
        Span span = new Span(START + 300 * SECOND, START + 700 * SECOND);
        files.keep(document().edit(), span, folder.resolve("part.db").toString());
        until(now -> !now.front().isBusy());
        assertThat(state.front().notice().text()).contains("kept 100 messages");
        assertThat(state.unsaved()).isEqualTo(1);
        assertThat(Recording.open(folder.resolve("part.db")).recorded().get(0).messages())
                .isEqualTo(100);
    }

    @Test
    void whatCannotBeOpenedSaysWhy() {
        files.open(folder.resolve("none.db").toString(), Notice.NONE);
        until(now -> now.front().notice().isError());
        assertThat(state.front().notice().text()).contains("none.db");
        assertThat(document().title()).isEqualTo("run.db");
    }

    @Test
    void playingSeekingSteppingAndStopping() {
        try (PlayerDeck deck =
                new PlayerDeck(recording -> Blueprint.playing(recording).start(), steps::add)) {
            assertThat(deck.position()).isEmpty();
            state = state.with(state.playhead().with(Status.PAUSE));
            deck.step(document().edit(), START + 100 * SECOND, false);
            until(now -> now.playhead().nanos() == START + 100 * SECOND);
            deck.step(document().edit(), state.playhead().nanos(), false);
            until(now -> now.playhead().nanos() == START + 101 * SECOND);
            deck.step(document().edit(), state.playhead().nanos(), true);
            until(now -> now.playhead().nanos() == START + 100 * SECOND);
            deck.play(document().edit(), START + 200 * SECOND, 1000);
            deck.speed(500);
            deck.seek(START + 300 * SECOND);
            deck.seek(START + 400 * SECOND);
            deck.pause();
            until(now -> now.playhead().nanos() >= START + 400 * SECOND);
            assertThat(state.playhead().status()).isEqualTo(Status.PAUSE);
            deck.play(document().edit(), START + (SECONDS - 10) * SECOND, 1000);
            awaitEnd(deck);
            deck.stop();
        }
    }

    private void awaitEnd(PlayerDeck deck) {
        state = state.with(state.playhead().with(Status.PLAY));
        SystemClock clock = new SystemClock();
        long limit = clock.nanos() + 20 * SECOND;
        while (state.playhead().status() != Status.END && clock.nanos() < limit) {
            deck.position().ifPresent(step -> state = step.take(state).state());
            Thread.onSpinWait();
        }
        assertThat(state.playhead().status()).isEqualTo(Status.END);
    }

    @Test
    void editedIsPlayedAsEdited() {
        mark(100, 200);
        state = state.with(state.playhead().with(Status.PAUSE));
        try (PlayerDeck deck =
                new PlayerDeck(recording -> Blueprint.playing(recording).start(), steps::add)) {
            deck.step(document().edit(), START + 99 * SECOND + 1, false);
            until(now -> now.playhead().nanos() == START + 200 * SECOND);
        }
    }

    @Test
    void whatCannotBePlayedSaysWhy() throws IOException {
        state = state.with(state.playhead().with(Status.PLAY));
        try (PlayerDeck deck =
                new PlayerDeck(recording -> Blueprint.playing(recording).start(), steps::add)) {
            Files.delete(file);
            deck.play(document().edit(), START, 1);
            until(now -> now.front().notice().isError());
            assertThat(state.front().notice().text()).contains("run.db");
            assertThat(state.playhead().status()).isEqualTo(Status.STOP);
        }
    }
}
