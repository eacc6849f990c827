package org.dimos.core.time;

/** Something to be done at a time in lockstep. Ordered by time, then by what it is, then by when it was asked for. */
final class LockstepTask extends OneTimeTask implements Comparable<LockstepTask> {
    private final long due;
    private final Kind kind;
    private final long order;

    /** What goes first at one and the same time. */
    enum Kind {
        /** What follows from the task before: all of it is done before time goes on. */
        CONSEQUENCE,
        /** A timer, which knows nothing of the messages of its own time. */
        TIMER,
        /** A message from outside. */
        MESSAGE,
        /** The end, after all that is due at its time. */
        END
    }

    LockstepTask(Runnable action, long due, Kind kind, long order) {
        super(action);
        this.due = due;
        this.kind = kind;
        this.order = order;
    }

    long due() {
        return due;
    }

    Kind kind() {
        return kind;
    }

    @Override
    public int compareTo(LockstepTask other) {
        int byTime = Long.compare(due, other.due);
        int byKind = byTime != 0 ? byTime : kind.compareTo(other.kind);
        return byKind != 0 ? byKind : Long.compare(order, other.order);
    }
}
