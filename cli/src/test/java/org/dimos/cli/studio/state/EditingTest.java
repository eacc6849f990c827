package org.dimos.cli.studio.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dimos.cli.studio.state.Live.Capture;
import org.dimos.cli.studio.state.Playhead.Status;
import org.dimos.cli.studio.testing.FakeRecording;
import org.dimos.cli.studio.testing.Person;
import org.junit.jupiter.api.Test;

/** Longer stories: what happens when things go wrong, or happen at the same time. */
class EditingTest {
    private final Person person = Person.editing(FakeRecording.ofRobot(), 80, 24);

    private void cut() {
        person.press("i", "right", "o", "x");
    }

    @Test
    void afterAFailureToSaveTheEditsAreStillThere() {
        cut();
        Document before = person.state().document().orElseThrow();
        person.press("W");
        assertThat(person.press("enter")).containsExactly("save 1 edits as run-edited");
        assertThat(person.state().front().isBusy()).isTrue();
        person.happens(state -> Editing.progress(state, "saving 40 %"));
        assertThat(person.screen()).contains("saving 40 %");
        person.happens(state -> Editing.failed(state, "no space left on the disk of /data"));
        assertThat(person.notice()).isEqualTo("no space left on the disk of /data");
        assertThat(person.state().document()).contains(before);
        assertThat(person.state().front().isBusy()).isFalse();
        assertThat(person.press("W", "enter")).containsExactly("save 1 edits as run-edited");
    }

    @Test
    void whileItIsSavedNothingIsEditedAndNothingElseIsWritten() {
        cut();
        person.press("W", "enter");
        assertThat(person.press("u", "x", "W", "k", "w")).isEmpty();
        assertThat(person.state().unsaved()).isEqualTo(1);
        person.press("q");
        assertThat(person.screen()).contains("Something is being written");
        person.press("c");
        assertThat(person.press("q", "d")).containsExactly("quit");
    }

    @Test
    void quittingAsksAndCanSaveFirst() {
        cut();
        assertThat(person.press("q", "escape")).isEmpty();
        assertThat(person.press("q", "n")).isEmpty();
        assertThat(person.press("q", "s")).isEmpty();
        assertThat(person.state().front().dialogue()).isPresent();
        assertThat(person.press("enter")).containsExactly("save 1 edits as run-edited");
    }

    @Test
    void cuttingWhilePlayingGoesOnWithWhatIsLeft() {
        person.press("i", "right", "o", "left", "space");
        assertThat(person.press("x")).containsExactly("play 1 edits at 0.0 x1.0");
        assertThat(person.press("u")).containsExactly("play 0 edits at 0.0 x1.0");
    }

    @Test
    void anEditWhilePausedUnloadsWhatWasPlayed() {
        person.press("space", "space", "i", "right", "o");
        assertThat(person.press("x")).containsExactly("stop");
        assertThat(person.position()).isEqualTo(5);
    }

    @Test
    void theCursorStaysInsideOfWhatIsTrimmed() {
        person.press("right", "i", "right", "right", "o", "t");
        person.press("home");
        assertThat(person.position()).isEqualTo(5);
        person.press("end");
        assertThat(person.position()).isEqualTo(15);
        assertThat(person.press("space")).containsExactly("play 1 edits at 5.0 x1.0");
    }

    @Test
    void withoutMarksNothingIsCut() {
        assertThat(person.press("x", "t")).isEmpty();
        assertThat(person.notice()).startsWith("nothing is marked");
        assertThat(person.press("u")).isEmpty();
        assertThat(person.notice()).isEqualTo("there is nothing to undo");
    }

    @Test
    void aMarkBeyondTheOtherForgetsIt() {
        person.press("right", "o", "right", "i");
        assertThat(person.marks()).containsExactly(Optional.of(10.), Optional.empty());
    }

    @Test
    void thePlayerMovesTheCursorAndItsEndIsSeen() {
        person.press("space");
        person.happens(state -> Playing.moved(state, Status.PLAY, FakeRecording.START + 7 * FakeRecording.SECOND));
        assertThat(person.position()).isEqualTo(7);
        person.happens(state -> Playing.moved(state, Status.END, FakeRecording.START + 99 * FakeRecording.SECOND));
        assertThat(person.screen()).contains("END");
        assertThat(person.press("space")).containsExactly("play 0 edits at 0.0 x1.0");
    }

    @Test
    void aPlayerThatFailsSaysWhy() {
        person.press("space");
        person.happens(state -> Playing.failed(state, "run.db is not there any more"));
        assertThat(person.notice()).isEqualTo("run.db is not there any more");
        assertThat(person.state().playhead().status()).isEqualTo(Status.STOP);
        person.happens(state -> Playing.moved(state, Status.PLAY, FakeRecording.START));
        assertThat(person.state().playhead().status()).isEqualTo(Status.STOP);
    }

    @Test
    void aNameIsWrittenErasedAndPasted() {
        person.press("W", "ctrl-u");
        person.type("a b/cd");
        person.press("backspace", "left", "F5");
        person.paste("é\n.db");
        assertThat(person.state().front().dialogue())
                .contains(new Dialogue.Name(Dialogue.Purpose.SAVE_AS, "a b/cé.db"));
        person.press("ctrl-w");
        assertThat(person.press("ctrl-u", "enter")).isEmpty();
        assertThat(person.state().front().dialogue()).isPresent();
        person.press("escape");
        assertThat(person.state().front().dialogue()).isEmpty();
    }

    @Test
    void aRunIsFoundWatchedRecordedAndOpened() {
        assertThat(person.press("r")).containsExactly("find runs");
        assertThat(person.happens(state -> Capturing.found(state, List.of("one", "two"))))
                .isEmpty();
        assertThat(person.screen()).contains("Which run?");
        assertThat(person.press("down", "down", "up", "down", "enter")).containsExactly("watch two");
        seen();
        assertThat(person.press("space", "i", "x", "w", "p", ".")).isEmpty();
        assertThat(person.notice()).startsWith("this is a run that goes on");
        person.press("down", "enter", "r");
        assertThat(person.press("enter")).containsExactly("record [lidar] into ''");
        person.happens(state -> Capturing.captured(
                state, new Capture("recordings/two.db", Optional.empty(), 5, 100, 0, 1_000_000_000)));
        assertThat(person.screen()).contains("● REC").contains("recordings/two.db");
        assertThat(person.press("q")).isEmpty();
        assertThat(person.notice()).contains("'s' stops it");
        assertThat(person.press("s")).containsExactly("stop recording");
        assertThat(person.happens(
                        state -> Capturing.recorded(state, "recordings/two.db", Notice.info("recorded 5 messages"))))
                .containsExactly("open recordings/two.db");
        assertThat(person.happens(state ->
                        Editing.opened(state, FakeRecording.ofRobot().document(), Notice.info("recorded 5 messages"))))
                .contains("unwatch");
        assertThat(person.notice()).isEqualTo("recorded 5 messages");
        assertThat(person.position()).isZero();
        seen();
        assertThat(person.state().live()).as("a look that came too late").isEmpty();
    }

    private void watch() {
        person.happens(state -> Capturing.found(state, List.of("two")));
        seen();
    }

    private void seen() {
        FakeRecording recording = FakeRecording.ofRobot();
        Span span = recording.document().whole();
        person.happens(state -> Capturing.seen(
                state,
                new Live("two", state.live().flatMap(Live::capture)),
                recording.document().rows(),
                recording.lanes(span, 110)));
    }

    @Test
    void aRecordingIsNotOpenedWhereEditsWouldBeLost() {
        cut();
        watch();
        assertThat(person.happens(
                        state -> Capturing.recorded(state, "new.db", Notice.info("recorded 5 messages into new.db"))))
                .contains("unwatch")
                .doesNotContain("open new.db");
        assertThat(person.state().unsaved()).isEqualTo(1);
        assertThat(person.notice()).contains("edits are not saved");
        assertThat(person.screen()).contains("run.db");
    }

    @Test
    void aRunThatVanishesSaysSoAndTheRecordingIsBack() {
        watch();
        person.happens(state -> Capturing.gone(state, "run two is gone"));
        assertThat(person.notice()).isEqualTo("run two is gone");
        assertThat(person.screen()).contains("run.db");
        assertThat(person.position()).isZero();
        watch();
        assertThat(person.press("s")).contains("unwatch");
        assertThat(person.screen()).contains("run.db");
    }

    @Test
    void whatPlaysStopsWhenARunIsLookedAt() {
        person.press("space");
        assertThat(person.happens(state -> Capturing.found(state, List.of("one"))))
                .containsExactly("watch one", "stop");
        assertThat(person.state().playhead().isLoaded()).isFalse();
    }

    @Test
    void whatARunRefusesDoesNotEndWhatIsBeingSaved() {
        person.happens(state -> Next.of(state.with(state.front().doing("saving 4 %"))));
        person.happens(state -> Capturing.failed(state, "the run is gone"));
        assertThat(person.notice()).isEqualTo("the run is gone");
        assertThat(person.state().front().isBusy()).isTrue();
    }

    @Test
    void withNothingRunningThereIsAWayOut() {
        person.happens(state -> Capturing.found(state, List.of()));
        assertThat(person.notice()).contains("dimos run");
        assertThat(person.happens(state -> Capturing.found(state, List.of("one"))))
                .containsExactly("watch one");
    }

    @Test
    void anyKeysInAnyOrderLeaveASaneState() {
        long seed = 11;
        Random random = new Random(seed);
        List<String> keys = List.of(Action.values()).stream()
                .flatMap(action -> action.keys().stream())
                .filter(key -> !key.equals("r"))
                .toList();
        for (int i = 0; i < 5000; i++) {
            String key = random.nextInt(9) == 0 ? "escape" : keys.get(random.nextInt(keys.size()));
            person.press(key);
            StudioState state = person.state();
            Span whole = state.time().whole();
            assertThat(state.time().shown().within(whole))
                    .as("seed %d step %d", seed, i)
                    .isEqualTo(state.time().shown());
            assertThat(state.kept().contains(state.playhead().nanos()))
                    .as("step %d %s", i, key)
                    .isTrue();
            if (state.front().isBusy()) {
                person.happens(current -> Editing.failed(current, "no"));
            }
        }
        assertThat(person.screen().lines()).hasSize(24);
    }
}
