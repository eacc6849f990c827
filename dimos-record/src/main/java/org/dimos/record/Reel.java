package org.dimos.record;

import java.util.Optional;
import java.util.OptionalLong;
import org.dimos.record.replay.Due;

/** What can be wound to any position and gives messages from there. One thread reads, any may close. */
interface Reel {

    /**
     * Goes to a position.
     *
     * @param nanos the position in recorded time; {@link Long#MIN_VALUE} for the beginning
     * @param offset what is added to the times of all messages
     */
    void wind(long nanos, long offset);

    /** Waits a little, so that reading does not disturb the beginning of what is played. */
    void awaitLead();

    /** The next message, or empty at the end. */
    Optional<Due> take();

    /** The time of the last message before a time, if there is one in what is played. */
    OptionalLong before(long nanos);

    void close();
}
