package org.dimos.cli.studio.view;

import org.dimos.cli.studio.screen.Screen;
import org.dimos.cli.studio.screen.Size;
import org.dimos.cli.studio.state.Layout;
import org.dimos.cli.studio.state.Panel;
import org.dimos.cli.studio.state.StudioState;

/** Draws a state. */
public final class StudioView {
    private StudioView() {}

    /** The screen of a state. */
    public static Screen draw(StudioState state) {
        Screen screen = new Screen(state.size());
        if (!state.size().isEnough()) {
            tooSmall(screen);
            return screen;
        }
        Layout layout = Layout.of(state);
        if (state.document().isPresent() || state.live().isPresent()) {
            new TreePane(screen, state, layout).draw();
            Ruler ruler = new Ruler(screen, state, layout);
            ruler.draw();
            if (state.live().isEmpty()) {
                ruler.cursor();
            }
        }
        new StatusPane(screen, state, layout).draw();
        state.front().panel().ifPresent(panel -> panel(screen, panel));
        state.front().dialogue().ifPresent(dialogue -> DialoguePane.draw(screen, state, dialogue));
        return screen;
    }

    private static void panel(Screen screen, Panel panel) {
        if (panel instanceof Panel.Help help) {
            HelpPane.draw(screen, help.top());
        } else if (panel instanceof Panel.Picture picture) {
            PicturePane.draw(screen, picture);
        }
    }

    private static void tooSmall(Screen screen) {
        screen.write(0, 0, "too small: " + screen.size(), Theme.TEXT);
        screen.write(0, 1, "studio needs " + Size.LEAST, Theme.TEXT);
    }
}
