package org.dimos.cli.studio.state;

import java.util.ArrayList;
import java.util.List;

/**
 * What comes of a step.
 *
 * @param state what is known then
 * @param effects what is to be done
 */
public record Next(StudioState state, List<Effect> effects) {
    public Next {
        effects = List.copyOf(effects);
    }

    /** A new state and nothing to do. */
    public static Next of(StudioState state) {
        return new Next(state, List.of());
    }

    /** With more to do. */
    public Next and(Effect effect) {
        List<Effect> more = new ArrayList<>(effects);
        more.add(effect);
        return new Next(state, more);
    }

    /** Followed by another step. */
    public Next then(Step step) {
        Next next = step.take(state);
        List<Effect> all = new ArrayList<>(effects);
        all.addAll(next.effects());
        return new Next(next.state(), all);
    }
}
