package org.dimos.cli.studio.testing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dimos.cli.studio.keys.Input;
import org.dimos.cli.studio.keys.Input.Gesture;
import org.dimos.cli.studio.keys.Input.Mouse;
import org.dimos.cli.studio.keys.Input.Paste;
import org.dimos.cli.studio.screen.Size;
import org.dimos.cli.studio.state.Document;
import org.dimos.cli.studio.state.Editing;
import org.dimos.cli.studio.state.Inputs;
import org.dimos.cli.studio.state.Layout;
import org.dimos.cli.studio.state.Next;
import org.dimos.cli.studio.state.Notice;
import org.dimos.cli.studio.state.Step;
import org.dimos.cli.studio.state.StudioState;
import org.dimos.cli.studio.state.Viewing;
import org.dimos.cli.studio.view.StudioView;

/** Sits at the editor, without a terminal. */
public final class Person {
    private final RecordingDesk desk = new RecordingDesk();
    private StudioState state;

    private Person(StudioState state) {
        this.state = state;
    }

    /** Before an editor with nothing open. */
    public static Person at(int columns, int rows) {
        return new Person(StudioState.empty(new Size(columns, rows)));
    }

    /** Before an editor with a recording open, and its lanes counted. */
    public static Person editing(FakeRecording recording, int columns, int rows) {
        Person person = at(columns, rows);
        Document document = recording.document();
        var unused = person.happens(current -> Editing.opened(current, document, Notice.NONE));
        person.counts(recording);
        return person;
    }

    /** Has the lanes counted for what is shown. */
    public void counts(FakeRecording recording) {
        int bins = 2 * Layout.of(state).timeWidth();
        take(current -> Viewing.counted(current, recording.lanes(current.time().shown(), bins)));
        var unused = desk.asked();
    }

    /** Presses keys, and answers what the desk was asked for. */
    public List<String> press(String... keys) {
        for (String key : keys) {
            input(new Input.Key(key));
        }
        return desk.asked();
    }

    /** Types letters. */
    public List<String> type(String text) {
        text.codePoints()
                .forEach(character -> input(new Input.Key(character == ' ' ? "space" : Character.toString(character))));
        return desk.asked();
    }

    /** Puts text in from a clipboard. */
    public void paste(String text) {
        input(new Paste(text));
    }

    /** Uses the mouse. */
    public List<String> mouse(Gesture gesture, int column, int row, boolean control) {
        input(new Mouse(gesture, column, row, control));
        return desk.asked();
    }

    private void input(Input input) {
        take(Inputs.step(input));
    }

    /** Something comes about elsewhere; answers what the desk was asked for. */
    public List<String> happens(Step step) {
        take(step);
        return desk.asked();
    }

    private void take(Step step) {
        Next next = step.take(state);
        state = next.state();
        next.effects().forEach(effect -> effect.on(desk));
    }

    /** What the editor knows. */
    public StudioState state() {
        return state;
    }

    /** Seconds from the beginning of the recording. */
    public double position() {
        return seconds(state.playhead().nanos());
    }

    /** The marks, in seconds. */
    public List<Optional<Double>> marks() {
        return List.of(
                seconds(state.time().marks().in()), seconds(state.time().marks().out()));
    }

    private static Optional<Double> seconds(OptionalLong nanos) {
        return nanos.isPresent() ? Optional.of(seconds(nanos.getAsLong())) : Optional.empty();
    }

    private static double seconds(long nanos) {
        return Math.round((nanos - FakeRecording.START) / 1e6) / 1e3;
    }

    /** The sentence at the bottom. */
    public String notice() {
        return state.front().notice().text();
    }

    /** What is seen. */
    public String screen() {
        return StudioView.draw(state).text();
    }
}
