package org.dimos.cli.studio.state;

/**
 * Where playing is.
 *
 * @param status whether it goes on
 * @param nanos the position, nanoseconds since the epoch
 * @param speed recorded time per wall time
 */
public record Playhead(Status status, long nanos, double speed) {
    /** What a player can do. */
    public enum Status {
        /** Nothing is loaded. */
        STOP,
        /** Time passes. */
        PLAY,
        /** Time stands. */
        PAUSE,
        /** All was played. */
        END
    }

    /** Nothing was played yet. */
    public static final Playhead NONE = new Playhead(Status.STOP, 0, 1);

    /** With another status. */
    public Playhead with(Status newStatus) {
        return new Playhead(newStatus, nanos, speed);
    }

    /** At another position. */
    public Playhead at(long position) {
        return new Playhead(status, position, speed);
    }

    /** At another speed. */
    public Playhead fast(double factor) {
        return new Playhead(status, nanos, factor);
    }

    /** Whether time passes. */
    public boolean isPlaying() {
        return status == Status.PLAY;
    }

    /** Whether a player is there that follows. */
    public boolean isLoaded() {
        return status != Status.STOP;
    }
}
