package org.dimos.blueprint.introspection;

import java.time.Duration;
import java.util.Locale;
import org.dimos.record.PlayerState;

/**
 * What plays into a graph.
 *
 * @param state {@code playing}, {@code paused} or {@code ended}
 * @param position where it is, counted from the beginning of what is played
 * @param length how long what is played takes
 * @param speed recorded time per wall time; infinite for as fast as the modules can follow
 * @param repeats whether it starts over
 */
public record PlaybackState(String state, Duration position, Duration length, double speed, boolean repeats) {

    /** What of a player's state other processes see. */
    public static PlaybackState of(PlayerState state) {
        return new PlaybackState(
                state.status().name().toLowerCase(Locale.ROOT),
                state.position(),
                state.length(),
                state.speed(),
                state.loop().repeats());
    }
}
