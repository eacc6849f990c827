package org.dimos.cli.studio.state;

/** The steps of ending. */
final class Quitting {
    private Quitting() {}

    /** Asks first where something would be lost. */
    static Next quit(StudioState state) {
        if (state.live().flatMap(Live::capture).isPresent()) {
            return Next.of(state.say(Notice.error("a recording is being made; 's' stops it")));
        }
        return state.unsaved() > 0 || state.front().isBusy()
                ? Next.of(state.with(state.front().asking(new Dialogue.Unsaved())))
                : Next.of(state).and(new Effect.Quit());
    }
}
