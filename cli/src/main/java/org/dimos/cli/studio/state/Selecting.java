package org.dimos.cli.studio.state;

import java.util.Set;

/** The steps of pointing at streams and checking their boxes. */
final class Selecting {
    private Selecting() {}

    static Next move(StudioState state, int by) {
        return at(state, state.outline().current() + by);
    }

    static Next at(StudioState state, int row) {
        return Next.of(state.with(Layout.of(state).scrolled(state.outline().at(row))));
    }

    static Next toggle(StudioState state) {
        return Next.of(state.with(state.outline().toggled(state.outline().current())));
    }

    /** The space bar means two things, and the focus says which. */
    static Next toggleOrPlay(StudioState state) {
        return state.outline().focused() ? toggle(state) : Playing.toggle(state);
    }

    static Next all(StudioState state) {
        return Next.of(
                state.with(state.outline().selecting(Set.copyOf(state.outline().streams()))));
    }

    static Next none(StudioState state) {
        return Next.of(state.with(state.outline().selecting(Set.of())));
    }

    static Next focus(StudioState state) {
        return Next.of(state.with(state.outline().focused(!state.outline().focused())));
    }
}
