package org.dimos.cli.studio.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.dimos.cli.studio.keys.Input.Gesture;
import org.dimos.cli.studio.testing.FakeRecording;
import org.dimos.cli.studio.testing.Person;
import org.junit.jupiter.api.Test;

/** What the mouse does. At 80x24 the timeline begins in column 25 and has 55 of them. */
class PointingTest {
    private static final int LEFT = 25;
    private final Person person = Person.editing(FakeRecording.ofRobot(), 80, 24);

    @Test
    void aClickIntoTheTimelineGoesThere() {
        assertThat(person.mouse(Gesture.PRESS, LEFT + 11, 8, false)).isEmpty();
        person.mouse(Gesture.RELEASE, LEFT + 11, 8, false);
        assertThat(person.position()).isEqualTo(12);
        assertThat(person.marks()).containsExactly(Optional.empty(), Optional.empty());
        assertThat(person.state().outline().currentStream()).contains("color_image");
    }

    @Test
    void aClickWhilePlayingSeeks() {
        person.press("space");
        assertThat(person.mouse(Gesture.PRESS, LEFT + 11, 8, false)).containsExactly("seek 12.0");
    }

    @Test
    void draggingMarksInEitherDirection() {
        person.mouse(Gesture.PRESS, LEFT + 33, 8, false);
        person.mouse(Gesture.DRAG, LEFT + 22, 20, false);
        person.mouse(Gesture.DRAG, LEFT + 11, 2, false);
        person.mouse(Gesture.RELEASE, LEFT + 11, 2, false);
        assertThat(person.marks()).containsExactly(Optional.of(12.), Optional.of(36.));
        person.mouse(Gesture.DRAG, LEFT + 50, 2, false);
        assertThat(person.marks()).containsExactly(Optional.of(12.), Optional.of(36.));
    }

    @Test
    void aClickOnABoxChecksItAndOneOnAModuleAllOfIts() {
        person.mouse(Gesture.PRESS, 3, 4, false);
        assertThat(person.state().outline().selected()).containsExactly("lidar");
        person.mouse(Gesture.PRESS, 3, 4, false);
        assertThat(person.state().outline().selected()).isEmpty();
        person.mouse(Gesture.PRESS, 3, 3, false);
        assertThat(person.state().outline().selected()).containsExactlyInAnyOrder("lidar", "odom", "color_image");
        person.mouse(Gesture.PRESS, 3, 18, false);
        assertThat(person.state().outline().selected()).hasSize(3);
    }

    @Test
    void theWheelZoomsWhereTheMouseIsAndScrollsTheTreeElsewhere() {
        assertThat(person.mouse(Gesture.WHEEL_UP, LEFT + 11, 8, false)).containsExactly("count 6.0 to 36.0 in 110");
        assertThat(person.mouse(Gesture.WHEEL_DOWN, LEFT + 11, 8, true)).containsExactly("count 13.5 to 43.5 in 110");
        assertThat(person.mouse(Gesture.WHEEL_DOWN, LEFT + 11, 8, false)).containsExactly("count 0.0 to 60.0 in 110");
        person.mouse(Gesture.WHEEL_DOWN, 3, 8, false);
        assertThat(person.state().outline().current()).isEqualTo(3);
    }

    @Test
    void aClickOutsideOfEverythingDoesNothing() {
        StudioState before = person.state();
        person.mouse(Gesture.PRESS, 5, 23, false);
        person.mouse(Gesture.PRESS, 500, 500, false);
        person.mouse(Gesture.PRESS, -1, -1, false);
        assertThat(person.state()).isEqualTo(before);
    }
}
