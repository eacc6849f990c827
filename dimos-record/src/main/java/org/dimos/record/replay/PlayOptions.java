package org.dimos.record.replay;

import java.time.Duration;
import org.dimos.core.time.TimeControl;
import org.dimos.record.RecordingException;

/**
 * How a player begins to play, all of which can be changed while it plays, except the spin and what is jumped over.
 *
 * @param speed recorded time per wall time; {@link TimeControl#FREE} for as fast as all modules can follow
 * @param paused whether it waits to be told to play
 * @param loop what is repeated
 * @param spin how long before a message is due the player stops sleeping and watches the clock
 * @param skipping what is jumped over
 */
public record PlayOptions(double speed, boolean paused, Loop loop, Duration spin, GapSkipping skipping) {
    private static final Duration LONGEST_SPIN = Duration.ofMillis(10);

    /** What a player that is told nothing does: as fast as it was recorded, once, asleep in between. */
    public static final PlayOptions USUAL = new PlayOptions(1, false, Loop.NONE, Duration.ZERO, GapSkipping.NONE);

    public PlayOptions {
        if (!(speed > 0)) {
            throw new RecordingException("speed is " + speed + "; it must be a number greater than 0");
        }
        if (spin.isNegative() || spin.compareTo(LONGEST_SPIN) > 0) {
            throw new RecordingException("a spin of " + spin.toNanos() / 1e6 + " ms: it must be from 0 to "
                    + LONGEST_SPIN.toMillis() + " ms");
        }
    }

    /** Whether each message is to come as exactly at its time as the machine can do it. */
    public boolean isExact() {
        return !spin.isZero() && speed != TimeControl.FREE;
    }

    /** Plays at that speed. */
    public PlayOptions withSpeed(double newSpeed) {
        return new PlayOptions(newSpeed, paused, loop, spin, skipping);
    }

    /** Waits to be told to play. */
    public PlayOptions withPause() {
        return new PlayOptions(speed, true, loop, spin, skipping);
    }

    /** Repeats. */
    public PlayOptions withLoop(Loop newLoop) {
        return new PlayOptions(speed, paused, newLoop, spin, skipping);
    }

    /** Waits awake for the last part. */
    public PlayOptions withSpin(Duration newSpin) {
        return new PlayOptions(speed, paused, loop, newSpin, skipping);
    }

    /** Jumps over gaps. */
    public PlayOptions withSkipping(GapSkipping newSkipping) {
        return new PlayOptions(speed, paused, loop, spin, newSkipping);
    }
}
