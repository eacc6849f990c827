package org.dimos.cli.studio.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.dimos.cli.studio.screen.Screen;
import org.dimos.cli.studio.screen.Size;
import org.dimos.cli.studio.state.Capturing;
import org.dimos.cli.studio.state.Live;
import org.dimos.cli.studio.state.Next;
import org.dimos.cli.studio.state.Notice;
import org.dimos.cli.studio.state.Playing;
import org.dimos.cli.studio.state.Row;
import org.dimos.cli.studio.state.Span;
import org.dimos.cli.studio.state.Viewing;
import org.dimos.cli.studio.testing.FakeRecording;
import org.dimos.cli.studio.testing.Person;
import org.dimos.cli.studio.testing.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Screens as text, at the sizes people have. */
class StudioViewTest {

    @ParameterizedTest
    @CsvSource({"80,24", "200,60"})
    void aRecording(int columns, int rows) {
        Person person = Person.editing(FakeRecording.ofRobot(), columns, rows);
        Snapshot.check("opened-" + columns + "x" + rows, person.screen());
    }

    @ParameterizedTest
    @CsvSource({"80,24", "200,60"})
    void aRecordingThatIsEdited(int columns, int rows) {
        Person person = Person.editing(FakeRecording.ofRobot(), columns, rows);
        seek(person, 15);
        person.press("i");
        seek(person, 25);
        person.press("o", "down", "down", "enter", "x");
        seek(person, 2);
        person.press("i");
        seek(person, 50);
        person.press("o", "t");
        seek(person, 30);
        person.press("i");
        seek(person, 33);
        person.press("o");
        Snapshot.check("edited-" + columns + "x" + rows, person.screen());
    }

    @ParameterizedTest
    @CsvSource({"80,24", "200,60"})
    void manyStreamsWithLongNames(int columns, int rows) {
        FakeRecording many = FakeRecording.of(40);
        Person person = Person.editing(many, columns, rows);
        person.press("tab");
        for (int i = 0; i < 30; i++) {
            person.press("down");
        }
        person.press("enter");
        Snapshot.check("many-" + columns + "x" + rows, person.screen());
    }

    @ParameterizedTest
    @CsvSource({"80,24", "200,60"})
    void theHelp(int columns, int rows) {
        Person person = Person.editing(FakeRecording.ofRobot(), columns, rows);
        person.press("?");
        Snapshot.check("help-" + columns + "x" + rows, person.screen());
    }

    @Test
    void oneStream() {
        FakeRecording one = new FakeRecording(
                "one.db", List.of(FakeRecording.stream("count", "std_msgs.Int32", "", 1, 4)), List.of());
        Person person = Person.editing(one, 80, 24);
        Snapshot.check("one-80x24", person.screen());
    }

    @Test
    void aNameIsAskedFor() {
        Person person = Person.editing(FakeRecording.ofRobot(), 80, 24);
        person.press("W");
        person.type("/a/folder/with/a/rather/long/name/so/that/it/does/not/fit/into/the/box.db");
        Snapshot.check("name-80x24", person.screen());
    }

    @Test
    void aRunThatIsRecorded() {
        FakeRecording recording = FakeRecording.ofRobot();
        Person person = Person.at(80, 24);
        List<Row> rows = recording.document().rows();
        Span span = recording.document().whole();
        person.happens(state -> Capturing.found(state, List.of("sim-nav")));
        person.happens(state ->
                Capturing.seen(state, new Live("sim-nav", Optional.empty()), rows, recording.lanes(span, 110)));
        Snapshot.check("live-80x24", person.screen());
        person.happens(state -> Capturing.captured(
                state,
                new Live.Capture("recordings/sim-nav.db", Optional.empty(), 1234, 5_600_000, 3, 12_345_000_000L)));
        Snapshot.check("recording-80x24", person.screen());
        person.happens(state -> Capturing.captured(
                state,
                new Live.Capture(
                        "recordings/20261121-101500-sim-nav/memory.db",
                        Optional.of("waits: the disk is full"),
                        1234,
                        5_600_000,
                        3,
                        12_345_000_000L)));
        assertThat(person.screen()).contains("3 lost  waits: the disk is full\n");
        person.happens(state -> Viewing.resized(state, new Size(100, 24)));
        assertThat(person.screen()).contains("waits: the disk is full  …1500-sim-nav/memory.db\n");
    }

    @Test
    void aSentenceIsReadToItsEnd() {
        Person person = Person.editing(FakeRecording.ofRobot(), 80, 24);
        String long160 = "saved /" + "a".repeat(90) + "/run.db; the original is run.db.bak and " + "b ".repeat(10);
        person.happens(state -> Next.of(state.say(Notice.error(long160 + "end"))));
        List<String> lines = person.screen().lines().toList();
        assertThat(lines.get(21)).startsWith(" saved /aaa");
        assertThat(String.join("", lines.subList(21, 24)).replace(" ", ""))
                .isEqualTo((long160 + "end").replace(" ", ""));
        assertThat(lines.get(20)).contains("■ STOP");
        person.happens(state -> Next.of(state.say(Notice.error("word ".repeat(200)))));
        assertThat(person.screen().lines().toList().get(19)).contains("■ STOP");
        assertThat(person.screen()).endsWith("wo…\n");
    }

    @Test
    void aTerminalThatIsTooSmallSaysSoAndRecovers() {
        Person person = Person.editing(FakeRecording.ofRobot(), 80, 24);
        String before = person.screen();
        person.happens(state -> Viewing.resized(state, new Size(30, 8)));
        assertThat(person.screen()).contains("too small: 30x8").contains("studio needs 40x10");
        person.happens(state -> Viewing.resized(state, new Size(80, 24)));
        assertThat(person.screen()).isEqualTo(before);
    }

    @Test
    void everySizeFromTheLeastOnIsDrawn() {
        FakeRecording many = FakeRecording.of(40);
        for (int columns = 1; columns < 130; columns += 3) {
            for (int rows = 1; rows < 60; rows += 4) {
                Person person = Person.editing(many, columns, rows);
                person.press("end", "i", "down", "+", "?");
                assertThat(person.screen().lines()).hasSize(rows);
                person.press("escape", "W");
                assertThat(person.screen().lines()).hasSize(rows);
            }
        }
    }

    @Test
    void coloursSayHowMuchAndAreNotNeeded() {
        Person person = Person.editing(FakeRecording.ofRobot(), 80, 24);
        Screen byRate = StudioView.draw(person.state());
        person.press("b");
        Screen byBytes = StudioView.draw(person.state());
        int lidar = 5;
        assertThat(byRate.style(40, lidar).ink())
                .isNotEqualTo(byBytes.style(40, lidar).ink());
        assertThat(byRate.line(lidar)).isEqualTo(byBytes.line(lidar));
    }

    @Test
    void theCursorIsKeptInSight() {
        Person person = Person.editing(FakeRecording.ofRobot(), 80, 24);
        person.press("+", "+", "+");
        seek(person, 50);
        assertThat(person.state()
                        .time()
                        .shown()
                        .contains(person.state().playhead().nanos()))
                .isTrue();
        assertThat(person.screen()).contains("▾");
    }

    private static void seek(Person person, int seconds) {
        person.happens(state -> Playing.seek(state, FakeRecording.START + seconds * FakeRecording.SECOND));
    }
}
