package org.dimos.cli.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.dimos.cli.studio.keys.Input;
import org.dimos.cli.studio.screen.Size;
import org.dimos.cli.studio.state.Editing;
import org.dimos.cli.studio.state.Inputs;
import org.dimos.cli.studio.state.Next;
import org.dimos.cli.studio.state.Notice;
import org.dimos.cli.studio.state.Playhead.Status;
import org.dimos.cli.studio.state.Playing;
import org.dimos.cli.studio.state.StudioState;
import org.dimos.cli.studio.testing.FakeRecording;
import org.dimos.cli.studio.testing.RecordingDesk;
import org.junit.jupiter.api.Test;

class StudioLoopTest {
    private final List<String> shown = new ArrayList<>();
    private final RecordingDesk desk = new RecordingDesk();
    private final StudioLoop loop =
            new StudioLoop(StudioState.empty(new Size(80, 24)), screen -> shown.add(screen.text()));

    @Test
    void stepsAreTakenInOrderAndWhatCameTogetherIsShownOnce() throws InterruptedException {
        loop.post(state -> Editing.opened(state, FakeRecording.ofRobot().document(), Notice.info("opened")));
        loop.post(Inputs.step(new Input.Key("right")));
        loop.post(Inputs.step(new Input.Key("i")));
        loop.post(state -> {
            loop.end();
            return Next.of(state.say(Notice.info("the end")));
        });
        loop.run(desk, Optional::empty);
        assertThat(shown).as("before what is there already").noneMatch(screen -> screen.contains("nothing is open"));
        assertThat(loop.state().front().notice().text()).isEqualTo("the end");
        assertThat(desk.asked()).containsExactly("count 0.0 to 60.0 in 110");
        assertThat(shown).hasSizeLessThan(4);
    }

    @Test
    void whatChangesNothingIsNotShown() throws InterruptedException {
        List<StudioLoop> itself = new ArrayList<>();
        StudioLoop waiting = new StudioLoop(StudioState.empty(new Size(80, 24)), screen -> {
            shown.add(screen.text());
            itself.forEach(StudioLoopTest::askForNothingAndEnd);
        });
        itself.add(waiting);
        waiting.run(desk, Optional::empty);
        assertThat(shown).singleElement().asString().contains("nothing is open");
    }

    private static void askForNothingAndEnd(StudioLoop loop) {
        for (int i = 0; i < 100; i++) {
            loop.post(Next::of);
        }
        loop.end();
    }

    @Test
    void whileItPlaysThePositionIsLookedAt() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        loop.post(state -> Editing.opened(state, FakeRecording.ofRobot().document(), Notice.NONE));
        loop.post(Inputs.step(new Input.Key("space")));
        loop.run(desk, () -> {
            int look = looks.incrementAndGet();
            if (look == 3) {
                loop.end();
            }
            return Optional.of(
                    state -> Playing.moved(state, Status.PLAY, FakeRecording.START + look * FakeRecording.SECOND));
        });
        assertThat(looks.get()).isGreaterThanOrEqualTo(3);
        assertThat(loop.state().playhead().nanos())
                .isGreaterThanOrEqualTo(FakeRecording.START + 3 * FakeRecording.SECOND);
    }
}
