package org.dimos.record.replay;

import java.time.Duration;
import java.util.Optional;
import org.dimos.record.RecordingException;

/**
 * What a player repeats: nothing, everything, or what lies between two marks.
 *
 * @param repeats whether anything is
 * @param marks between which marks; empty for everything
 */
public record Loop(boolean repeats, Optional<Marks> marks) {
    /** Plays once. */
    public static final Loop NONE = new Loop(false, Optional.empty());

    /** Starts over at the end. */
    public static final Loop ALL = new Loop(true, Optional.empty());

    /**
     * Repeats from one mark to another.
     *
     * @param from where it starts, counted from the beginning of what is played
     * @param to where it ends; a message at this very time does not belong to it
     */
    public static Loop between(Duration from, Duration to) {
        return new Loop(true, Optional.of(new Marks(from, to)));
    }

    /**
     * Two marks.
     *
     * @param from the earlier
     * @param to the later
     */
    public record Marks(Duration from, Duration to) {
        public Marks {
            if (from.isNegative() || to.compareTo(from) <= 0) {
                throw new RecordingException("a loop from " + seconds(from) + " to " + seconds(to)
                        + ": its end must lie behind its start, and its start not before the beginning");
            }
        }

        private static String seconds(Duration time) {
            return time.toMillis() / 1000.0 + " s";
        }
    }
}
