package org.dimos.cli.studio.state;

import java.util.List;
import org.dimos.cli.studio.keys.Input;
import org.dimos.cli.studio.state.Dialogue.Purpose;

/** The steps of answering what the editor asks. */
final class Answering {
    private static final int LONGEST_NAME = 1000;

    private Answering() {}

    static Next key(StudioState state, Dialogue dialogue, Input.Key key) {
        boolean cancels = key.name().equals("escape") || key.name().equals("ctrl-c");
        if (cancels) {
            return Next.of(state.with(state.front().answered()));
        } else if (dialogue instanceof Dialogue.Name name) {
            return name(state, name, key);
        } else if (dialogue instanceof Dialogue.Run run) {
            return run(state, run, key);
        }
        return unsaved(state, key);
    }

    /** Text from a clipboard goes into a name. */
    static Next paste(StudioState state, Dialogue dialogue, String text) {
        return dialogue instanceof Dialogue.Name name
                ? written(state, name, name.text() + text.replaceAll("\\p{Cntrl}", ""))
                : Next.of(state);
    }

    private static Next name(StudioState state, Dialogue.Name name, Input.Key key) {
        String text = name.text();
        return switch (key.name()) {
            case "enter" ->
                text.isBlank() && name.purpose() != Purpose.RECORD
                        ? Next.of(state)
                        : given(state.with(state.front().answered()), name.purpose(), text.strip());
            case "backspace" ->
                written(
                        state,
                        name,
                        text.substring(0, text.isEmpty() ? 0 : text.offsetByCodePoints(text.length(), -1)));
            case "ctrl-u" -> written(state, name, "");
            case "ctrl-w" -> written(state, name, text.replaceFirst("[^/]*/?$", ""));
            default -> key.isText() ? written(state, name, text + key.text()) : Next.of(state);
        };
    }

    private static Next given(StudioState state, Purpose purpose, String name) {
        return purpose == Purpose.RECORD ? Capturing.into(state, name) : Editing.write(state, purpose, name);
    }

    private static Next written(StudioState state, Dialogue.Name name, String text) {
        String fitting = text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
        return Next.of(state.with(state.front().asking(new Dialogue.Name(name.purpose(), fitting))));
    }

    private static Next run(StudioState state, Dialogue.Run run, Input.Key key) {
        List<String> runs = run.runs();
        return switch (key.name()) {
            case "up" -> pointing(state, runs, Math.max(0, run.index() - 1));
            case "down" -> pointing(state, runs, Math.min(runs.size() - 1, run.index() + 1));
            case "enter" -> Capturing.watch(state.with(state.front().answered()), runs.get(run.index()));
            default -> Next.of(state);
        };
    }

    private static Next pointing(StudioState state, List<String> runs, int index) {
        return Next.of(state.with(state.front().asking(new Dialogue.Run(runs, index))));
    }

    private static Next unsaved(StudioState state, Input.Key key) {
        StudioState answered = state.with(state.front().answered());
        return switch (key.name()) {
            case "y", "d" -> Next.of(answered).and(new Effect.Quit());
            case "s", "w" -> Editing.save(answered);
            case "n", "c", "q" -> Next.of(answered);
            default -> Next.of(state);
        };
    }
}
