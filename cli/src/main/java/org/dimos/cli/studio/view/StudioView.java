package org.dimos.cli.studio.view;

import java.util.Optional;
import org.dimos.cli.studio.screen.Screen;
import org.dimos.cli.studio.screen.Size;
import org.dimos.cli.studio.state.Front;
import org.dimos.cli.studio.state.Layout;
import org.dimos.cli.studio.state.Panel;
import org.dimos.cli.studio.state.Playhead;
import org.dimos.cli.studio.state.StudioState;

/**
 * Draws states. What changes while something is played is drawn onto a copy of what is behind it, so that a screen of many
 * lanes costs little.
 */
public final class StudioView {
    private Optional<Backdrop> last = Optional.empty();

    /**
     * Tree and timeline.
     *
     * @param state all that they tell about
     */
    private record Backdrop(StudioState state, Screen screen) {}

    /** The screen of a state, with nothing known of any other. */
    public static Screen draw(StudioState state) {
        return new StudioView().screen(state);
    }

    /** The screen of a state. */
    public Screen screen(StudioState state) {
        if (!state.size().isEnough()) {
            Screen screen = new Screen(state.size());
            tooSmall(screen);
            return screen;
        }
        Layout layout = Layout.of(state);
        Screen screen = backdrop(state, layout).copy();
        if (state.document().isPresent() && state.live().isEmpty()) {
            new Ruler(screen, state, layout).cursor();
        }
        new StatusPane(screen, state, layout).draw();
        state.front().panel().ifPresent(panel -> panel(screen, panel));
        state.front().dialogue().ifPresent(dialogue -> DialoguePane.draw(screen, state, dialogue));
        return screen;
    }

    private static boolean isTimed(StudioState state) {
        return state.document().isPresent() || state.live().isPresent();
    }

    private Screen backdrop(StudioState state, Layout layout) {
        StudioState behind = state.with(Playhead.NONE).with(Front.CLEAR);
        Backdrop backdrop = last.filter(drawn -> drawn.state().equals(behind))
                .orElseGet(() -> new Backdrop(behind, backdrop(new Screen(state.size()), behind, layout)));
        last = Optional.of(backdrop);
        return backdrop.screen();
    }

    private static Screen backdrop(Screen screen, StudioState state, Layout layout) {
        if (isTimed(state)) {
            new TreePane(screen, state, layout).draw();
            new Ruler(screen, state, layout).draw();
        }
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
