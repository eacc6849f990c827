package org.dimos.cli.studio.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.dimos.cli.studio.screen.Screen;
import org.dimos.cli.studio.screen.Size;
import org.dimos.cli.studio.state.StudioState;
import org.dimos.cli.studio.state.Viewing;
import org.dimos.cli.studio.testing.FakeRecording;
import org.dimos.cli.studio.testing.Person;
import org.junit.jupiter.api.Test;

/** A screen that follows another one. */
class FramesTest {
    private static final List<String> KEYS = List.of(
            "right",
            "left",
            "pageup",
            "pagedown",
            "end",
            "home",
            "i",
            "o",
            "c",
            "x",
            "t",
            "u",
            "U",
            "+",
            "-",
            "0",
            "z",
            "<",
            ">",
            "up",
            "down",
            "enter",
            "a",
            "n",
            "b",
            "tab",
            "?",
            "escape");

    @Test
    void isTheOneThatIsDrawnWithoutWhatWasDrawnBefore() {
        long seed = 20261121;
        Random random = new Random(seed);
        FakeRecording recording = FakeRecording.ofRobot();
        Person person = Person.editing(recording, 80, 24);
        StudioView view = new StudioView();
        for (int i = 0; i < 1000; i++) {
            String key = KEYS.get(random.nextInt(KEYS.size()));
            var unused = person.press(key);
            if (random.nextInt(5) == 0) {
                person.counts(recording);
            } else if (random.nextInt(50) == 0) {
                Size size = new Size(60 + random.nextInt(100), 12 + random.nextInt(40));
                var unusedEffects = person.happens(state -> Viewing.resized(state, size));
            }
            assertSame(person.state(), view, "seed " + seed + ", key " + i + ": " + key);
        }
    }

    private static void assertSame(StudioState state, StudioView view, String when) {
        Screen frame = view.screen(state);
        Screen anew = StudioView.draw(state);
        assertThat(frame.text()).as(when).isEqualTo(anew.text());
        for (int row = 0; row < anew.size().rows(); row++) {
            for (int column = 0; column < anew.size().columns(); column++) {
                if (!frame.style(column, row).equals(anew.style(column, row))) {
                    throw new AssertionError(when + ": another style at " + column + " " + row);
                }
            }
        }
    }
}
