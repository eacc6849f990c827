package org.dimos.cli.studio.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.dimos.cli.studio.state.Dialogue.Purpose;
import org.dimos.cli.studio.state.Playhead.Status;
import org.dimos.cli.studio.testing.FakeRecording;
import org.dimos.cli.studio.testing.Person;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each key does: for every action that the help lists, with each of its keys. */
class ActionTest {
    /** Before the key: the cursor at 10 s, 5 s to 15 s marked, one edit, one undone. */
    private static final Map<Action, BiConsumer<Person, String>> EXPECTED = new EnumMap<>(Action.class);

    static {
        expect(Action.PLAY, (person, key) -> {
            assertThat(person.press(key)).containsExactly("play 1 edits at 10.0 x1.0");
            assertThat(person.state().playhead().status()).isEqualTo(Status.PLAY);
            assertThat(person.press(key)).containsExactly("pause");
            assertThat(person.state().playhead().status()).isEqualTo(Status.PAUSE);
        });
        expect(Action.STOP, (person, key) -> {
            assertThat(person.press(key)).contains("stop");
            assertThat(person.position()).isZero();
            assertThat(person.state().playhead().status()).isEqualTo(Status.STOP);
        });
        expect(Action.STEP, (person, key) -> assertThat(person.press(key)).containsExactly("step at 10.0"));
        expect(Action.STEP_BACK, (person, key) -> assertThat(person.press(key)).containsExactly("step back at 10.0"));
        expect(
                Action.BACK,
                (person, key) -> assertThat(after(person, key).position()).isEqualTo(5));
        expect(
                Action.ON,
                (person, key) -> assertThat(after(person, key).position()).isEqualTo(15));
        expect(
                Action.FAR_BACK,
                (person, key) -> assertThat(after(person, key).position()).isZero());
        expect(
                Action.FAR_ON,
                (person, key) -> assertThat(after(person, key).position()).isEqualTo(40));
        expect(
                Action.HOME,
                (person, key) -> assertThat(after(person, key).position()).isZero());
        expect(
                Action.END,
                (person, key) -> assertThat(after(person, key).position()).isEqualTo(60));
        expect(
                Action.SLOWER,
                (person, key) -> assertThat(
                                after(person, key).state().playhead().speed())
                        .isEqualTo(0.5));
        expect(
                Action.FASTER,
                (person, key) -> assertThat(
                                after(person, key).state().playhead().speed())
                        .isEqualTo(2));
        expect(Action.RECORD, (person, key) -> assertThat(person.press(key)).containsExactly("find runs"));
        expect(
                Action.MARK_IN,
                (person, key) ->
                        assertThat(after(person, key).marks()).containsExactly(Optional.of(10.), Optional.of(15.)));
        expect(
                Action.MARK_OUT,
                (person, key) ->
                        assertThat(after(person, key).marks()).containsExactly(Optional.of(5.), Optional.of(10.)));
        expect(
                Action.CLEAR,
                (person, key) ->
                        assertThat(after(person, key).marks()).containsExactly(Optional.empty(), Optional.empty()));
        expect(
                Action.TRIM,
                (person, key) -> assertThat(edits(after(person, key)))
                        .isEqualTo("1. delete 20.0 s to 25.0 s of everything\n2. trim everything to 5.0 s to 15.0 s"));
        expect(
                Action.CUT,
                (person, key) -> assertThat(edits(after(person, key)))
                        .isEqualTo(
                                "1. delete 20.0 s to 25.0 s of everything\n2. delete 5.0 s to 15.0 s of everything"));
        expect(
                Action.UNDO,
                (person, key) -> assertThat(edits(after(person, key))).isEmpty());
        expect(
                Action.REDO,
                (person, key) -> assertThat(edits(after(person, key)))
                        .isEqualTo(
                                "1. delete 20.0 s to 25.0 s of everything\n2. delete 30.0 s to 35.0 s of everything"));
        expect(
                Action.SAVE,
                (person, key) -> assertThat(after(person, key).state().front().dialogue())
                        .contains(new Dialogue.Name(Purpose.SAVE_AS, "run-edited")));
        expect(Action.SAVE_AS, (person, key) -> {
            person.press(key, "ctrl-u");
            person.type("x.db");
            assertThat(person.press("enter")).containsExactly("save 1 edits as x.db");
        });
        expect(Action.KEEP, (person, key) -> {
            person.press(key, "ctrl-u");
            person.type("y");
            assertThat(person.press("enter")).containsExactly("keep 5.0 to 15.0 as y");
        });
        expect(Action.UP, (person, key) -> {
            person.press("down", "down");
            assertThat(after(person, key).state().outline().current()).isEqualTo(1);
        });
        expect(
                Action.DOWN,
                (person, key) -> assertThat(after(person, key).state().outline().current())
                        .isEqualTo(1));
        expect(
                Action.CHECK,
                (person, key) -> assertThat(after(person, key).state().outline().selected())
                        .containsExactlyInAnyOrder("lidar", "odom", "color_image"));
        expect(
                Action.ALL,
                (person, key) -> assertThat(after(person, key).state().outline().selected())
                        .hasSize(4));
        expect(Action.NOTHING, (person, key) -> {
            person.press("a");
            assertThat(after(person, key).state().outline().selected()).isEmpty();
        });
        expect(Action.FOCUS, (person, key) -> {
            person.press(key, "space");
            assertThat(person.state().outline().selected()).hasSize(3);
            assertThat(person.press(key, "space")).containsExactly("play 1 edits at 10.0 x1.0");
        });
        expect(
                Action.CLOSER,
                (person, key) -> assertThat(person.press(key)).containsExactly("count 5.0 to 35.0 in 110"));
        expect(Action.FARTHER, (person, key) -> {
            person.press("+", "+");
            assertThat(person.press(key)).containsExactly("count 5.0 to 35.0 in 110");
        });
        expect(Action.WHOLE, (person, key) -> {
            person.press("+", "+");
            assertThat(person.press(key)).containsExactly("count 0.0 to 60.0 in 110");
        });
        expect(
                Action.MARKED,
                (person, key) -> assertThat(person.press(key)).containsExactly("count 4.5 to 15.5 in 110"));
        expect(Action.EARLIER, (person, key) -> {
            person.press("+");
            assertThat(person.press(key)).containsExactly("count 0.0 to 30.0 in 110");
        });
        expect(Action.LATER, (person, key) -> {
            person.press("+");
            assertThat(person.press(key)).containsExactly("count 12.5 to 42.5 in 110");
        });
        expect(Action.HEAT, (person, key) -> {
            assertThat(after(person, key).state().time().heat()).isEqualTo(Heat.BYTES);
            assertThat(after(person, key).state().time().heat()).isEqualTo(Heat.RATE);
        });
        expect(
                Action.PICTURE,
                (person, key) -> assertThat(person.press(key)).containsExactly("peek at color_image at 10.0"));
        expect(Action.HELP, (person, key) -> {
            assertThat(after(person, key).screen()).contains("Play and record");
            person.press("escape");
            assertThat(person.screen()).doesNotContain("Play and record");
        });
        expect(Action.QUIT, (person, key) -> {
            assertThat(person.press(key)).isEmpty();
            assertThat(person.screen()).contains("1 edit would be lost");
            assertThat(person.press("d")).containsExactly("quit");
        });
    }

    private static void expect(Action action, BiConsumer<Person, String> check) {
        EXPECTED.put(action, check);
    }

    private static Person after(Person person, String key) {
        person.press(key);
        return person;
    }

    private static String edits(Person person) {
        return person.state().document().orElseThrow().edit().toString();
    }

    private static Person person() {
        Person person = Person.editing(FakeRecording.ofRobot(), 80, 24);
        mark(person, 20, 25);
        person.press("x");
        mark(person, 30, 35);
        person.press("x", "u");
        mark(person, 5, 15);
        person.press("left");
        assertThat(person.position()).isEqualTo(10);
        return person;
    }

    private static void mark(Person person, int from, int to) {
        person.happens(state -> Playing.seek(state, FakeRecording.START + from * FakeRecording.SECOND));
        person.press("i");
        person.happens(state -> Playing.seek(state, FakeRecording.START + to * FakeRecording.SECOND));
        person.press("o");
    }

    @TestFactory
    Stream<DynamicTest> everyKeyOfTheHelpDoesWhatItSays() {
        return Arrays.stream(Action.values())
                .flatMap(action -> action.keys().stream()
                        .map(key -> DynamicTest.dynamicTest(
                                key + " " + action.description(),
                                () -> Optional.ofNullable(EXPECTED.get(action))
                                        .orElseThrow(() -> new AssertionError("no test says what " + action + " does"))
                                        .accept(person(), key))));
    }

    @Test
    void noKeyDoesTwoThings() {
        List<String> keys = Arrays.stream(Action.values())
                .flatMap(action -> action.keys().stream())
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
        keys.forEach(key -> assertThat(Action.of(key).orElseThrow().keys()).contains(key));
    }

    @Test
    void aKeyThatDoesNothingSaysSo() {
        Person person = person();
        assertThat(person.press("j")).isEmpty();
        assertThat(person.notice()).isEqualTo("'j' does nothing; '?' tells what keys do");
        person.press("escape");
        assertThat(person.notice()).isEmpty();
    }

    @Test
    void withNothingOpenEveryKeyIsHarmless() {
        for (Action action : Action.values()) {
            Person person = Person.at(80, 24);
            List<String> asked = person.press(action.keys().get(0));
            Set<String> allowed = Set.of("quit", "find runs", "stop");
            assertThat(allowed).as("%s", action).containsAll(asked);
            assertThat(person.screen()).contains("dimos studio");
        }
    }
}
