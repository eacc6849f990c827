package org.dimos.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dimos.record.replay.Lateness;
import org.dimos.record.replay.Loop;

/**
 * What a player does at a moment.
 *
 * @param status whether it plays
 * @param position where it is, counted from the beginning of what is played
 * @param length how long what is played takes
 * @param start what the clock says at the beginning
 * @param speed recorded time per wall time; infinite for as fast as the modules can follow
 * @param loop what is repeated
 * @param until where it will pause, counted from the beginning
 * @param lateness how late messages were so far
 */
public record PlayerState(
        Status status,
        Duration position,
        Duration length,
        Instant start,
        double speed,
        Loop loop,
        Optional<Duration> until,
        Lateness.Summary lateness) {

    /** Whether a player plays. */
    public enum Status {
        /** Time passes. */
        PLAYING,
        /** Time stands. */
        PAUSED,
        /** All was played. */
        ENDED
    }

    /** What the clock says at the position. */
    public Instant time() {
        return start.plus(position);
    }
}
