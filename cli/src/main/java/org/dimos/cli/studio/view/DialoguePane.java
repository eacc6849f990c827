package org.dimos.cli.studio.view;

import java.util.List;
import org.dimos.cli.studio.screen.Screen;
import org.dimos.cli.studio.screen.Style;
import org.dimos.cli.studio.state.Dialogue;
import org.dimos.cli.studio.state.StudioState;
import org.dimos.cli.text.Format;

/** Draws what is asked. */
final class DialoguePane {
    private static final int WIDTH = 66;
    private static final String CARET = "█";

    private DialoguePane() {}

    static void draw(Screen screen, StudioState state, Dialogue dialogue) {
        int width = Math.min(WIDTH, screen.size().columns() - 2);
        if (dialogue instanceof Dialogue.Name name) {
            Box box = Box.centred(screen, width, 5);
            box.draw(screen, name.purpose().question());
            box.line(screen, 0, Screen.ending(name.text() + CARET, width - 4), Style.PLAIN);
            box.line(screen, 2, hint(name), Theme.QUIET);
        } else if (dialogue instanceof Dialogue.Run run) {
            choice(screen, run, width);
        } else {
            unsaved(screen, state, width);
        }
    }

    private static String hint(Dialogue.Name name) {
        return name.purpose() == Dialogue.Purpose.RECORD
                ? "enter records, alone into recordings/; escape does not"
                : "enter writes, a word alone into data/; escape does not";
    }

    private static void unsaved(Screen screen, StudioState state, int width) {
        boolean busy = state.front().isBusy();
        Box box = Box.centred(screen, width, 5);
        box.draw(screen, busy ? "Something is being written" : "Not saved");
        String what = busy ? state.front().task() : Format.count(state.unsaved(), "edit") + " would be lost.";
        box.line(screen, 0, what, Style.PLAIN);
        box.line(
                screen,
                2,
                busy ? "d quits all the same   c goes on" : "s saves   d discards and quits   c goes on",
                Theme.QUIET);
    }

    private static void choice(Screen screen, Dialogue.Run run, int width) {
        List<String> runs = run.runs();
        int room = Math.max(1, Math.min(runs.size(), screen.size().rows() - 8));
        int first = Math.max(0, Math.min(run.index() - room + 1, runs.size() - room));
        Box box = Box.centred(screen, width, room + 4);
        box.draw(screen, "Which run?");
        for (int i = 0; i < room; i++) {
            int index = first + i;
            box.line(screen, i, runs.get(index), index == run.index() ? Style.INVERSE : Style.PLAIN);
        }
        box.line(screen, room + 1, "↑ ↓ choose   enter looks at it   escape does not", Theme.QUIET);
    }
}
