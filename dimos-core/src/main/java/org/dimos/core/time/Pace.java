package org.dimos.core.time;

/**
 * How time passes from a moment on.
 *
 * @param wall the moment in wall time
 * @param nanos the same moment in the time that passes
 * @param speed how much of it passes per wall time; {@link TimeControl#FREE} if it is moved on from task to task
 * @param moves whether it passes at all
 * @param limit what it never exceeds
 */
record Pace(long wall, long nanos, double speed, boolean moves, long limit) {

    static Pace standing(long nanos, double speed) {
        return new Pace(0, nanos, speed, false, Long.MAX_VALUE);
    }

    boolean isFree() {
        return speed == TimeControl.FREE;
    }

    /** What time it is at a moment of wall time. */
    long at(long wallNow) {
        if (!moves || isFree()) {
            return nanos;
        }
        long passed = (long) ((wallNow - wall) * speed);
        return Math.min(limit, nanos + Math.min(passed, Long.MAX_VALUE - Math.max(0, nanos)));
    }

    /** How long it takes in wall time until it is a given time. */
    long wallUntil(long time, long wallNow) {
        return (long) Math.ceil((time - at(wallNow)) / speed);
    }

    Pace moving(long wallNow, double newSpeed, long newLimit) {
        return new Pace(wallNow, at(wallNow), newSpeed, true, newLimit);
    }

    Pace standing(long wallNow) {
        return new Pace(wallNow, at(wallNow), speed, false, limit);
    }

    /** The same at a later time, to which it was moved on. */
    Pace movedTo(long time) {
        return new Pace(wall, Math.max(nanos, time), speed, moves, limit);
    }
}
