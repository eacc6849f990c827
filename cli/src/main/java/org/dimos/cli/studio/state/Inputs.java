package org.dimos.cli.studio.state;

import java.util.Optional;
import org.dimos.cli.studio.keys.Input;
import org.dimos.cli.studio.keys.Input.Mouse;
import org.dimos.cli.studio.keys.Input.Paste;

/** The step that an input means: what is in front takes it first. */
public final class Inputs {
    private Inputs() {}

    /** The step of an input. */
    public static Step step(Input input) {
        return state -> take(state, input);
    }

    private static Next take(StudioState state, Input input) {
        Optional<Dialogue> dialogue = state.front().dialogue();
        Optional<Panel> panel = state.front().panel();
        if (dialogue.isPresent()) {
            return answer(state, dialogue.get(), input);
        } else if (panel.isPresent()) {
            return look(state, panel.get(), input);
        } else if (input instanceof Input.Key key) {
            return Action.of(key.name())
                    .map(action -> action.take(state.say(Notice.NONE)))
                    .orElseGet(() -> unknown(state, key));
        }
        return input instanceof Mouse mouse ? Pointing.mouse(state, mouse) : Next.of(state);
    }

    private static Next answer(StudioState state, Dialogue dialogue, Input input) {
        if (input instanceof Input.Key key) {
            return Answering.key(state, dialogue, key);
        }
        return input instanceof Paste paste ? Answering.paste(state, dialogue, paste.text()) : Next.of(state);
    }

    /** Any key but those that scroll shows the timeline again. */
    private static Next look(StudioState state, Panel panel, Input input) {
        if (!(input instanceof Input.Key key)) {
            return Next.of(state);
        }
        if (panel instanceof Panel.Help help
                && (key.name().equals("down") || key.name().equals("up"))) {
            int top = Math.max(0, help.top() + (key.name().equals("down") ? 1 : -1));
            return Next.of(state.with(state.front().with(new Panel.Help(top))));
        }
        return Next.of(state.with(state.front().uncovered()));
    }

    private static Next unknown(StudioState state, Input.Key key) {
        return key.name().equals("escape")
                ? Next.of(state.say(Notice.NONE))
                : Next.of(state.say(Notice.info("'" + key.name() + "' does nothing; '?' tells what keys do")));
    }
}
