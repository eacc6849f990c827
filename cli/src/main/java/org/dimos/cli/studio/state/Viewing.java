package org.dimos.cli.studio.state;

import org.dimos.cli.studio.screen.Size;

/** The steps of looking elsewhere. */
public final class Viewing {
    private static final double CLOSER = 0.5;
    private static final double SCROLL = 0.25;

    private Viewing() {}

    /** Shows a part of the time. */
    static Next show(StudioState state, Span part) {
        StudioState shown = state.with(state.time().showing(part));
        return count(shown);
    }

    /** Counts for what is shown. */
    public static Next count(StudioState state) {
        Next next = Next.of(state);
        int bins = 2 * Layout.of(state).timeWidth();
        return state.live().isPresent()
                ? next
                : state.document()
                        .map(document ->
                                next.and(new Effect.Count(document, state.time().shown(), bins)))
                        .orElse(next);
    }

    static Next zoom(StudioState state, boolean closer, long around) {
        if (state.live().isPresent()) {
            return Next.of(state);
        }
        TimeView time = state.time();
        return show(state, time.shown().zoomed(closer ? CLOSER : 1 / CLOSER, around, time.whole()));
    }

    static Next zoom(StudioState state, boolean closer) {
        return zoom(state, closer, state.playhead().nanos());
    }

    static Next zoomAll(StudioState state) {
        return show(state, state.time().whole());
    }

    static Next zoomMarks(StudioState state) {
        return state.marked()
                .map(marked -> show(
                        state, marked.zoomed(1.1, marked.at(0.5), state.time().whole())))
                .orElseGet(() -> Next.of(state.say(Notice.error("nothing is marked; 'i' and 'o' mark"))));
    }

    static Next scroll(StudioState state, boolean on) {
        TimeView time = state.time();
        return show(state, time.shown().moved(on ? SCROLL : -SCROLL, time.whole()));
    }

    static Next heat(StudioState state) {
        return Next.of(state.with(state.time().withNextHeat()));
    }

    /** The terminal has another size. */
    public static Next resized(StudioState state, Size size) {
        boolean covered =
                state.front().panel().filter(Panel.Picture.class::isInstance).isPresent();
        StudioState resized = state.with(size).with(covered ? state.front().uncovered() : state.front());
        return count(resized.with(Layout.of(resized).scrolled(resized.outline())));
    }

    /** Messages were counted. */
    public static Next counted(StudioState state, Lanes lanes) {
        return Next.of(
                state.live().isPresent() ? state : state.with(state.time().withLanes(lanes)));
    }

    static Next help(StudioState state) {
        return Next.of(state.with(state.front().with(new Panel.Help(0))));
    }
}
