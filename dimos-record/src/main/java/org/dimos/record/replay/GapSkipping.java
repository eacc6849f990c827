package org.dimos.record.replay;

import java.time.Duration;
import java.util.Optional;
import org.dimos.record.RecordingException;

/**
 * Which spans of recorded time a player jumps over.
 *
 * @param noted whether the gaps that edits noted, as far as all streams that are played have them
 * @param longest how long a time without any message may be to be played all the same; empty for any length
 */
public record GapSkipping(boolean noted, Optional<Duration> longest) {
    /** Plays everything in its own time. */
    public static final GapSkipping NONE = new GapSkipping(false, Optional.empty());

    /** Jumps over noted gaps. */
    public static final GapSkipping NOTED = new GapSkipping(true, Optional.empty());

    public GapSkipping {
        longest.filter(length -> length.isNegative() || length.isZero()).ifPresent(length -> {
            throw new RecordingException("pauses of " + length.toMillis() / 1000.0
                    + " s are to be jumped over; the longest that is played must be longer than 0");
        });
    }

    /** Jumps over noted gaps, and over times without any message that are longer. */
    public static GapSkipping above(Duration longest) {
        return new GapSkipping(true, Optional.of(longest));
    }
}
