package org.dimos.core.time;

/** What is to run at a time; tasks of one time run in the order in which they were set. */
final class TimedTask extends OneTimeTask implements Comparable<TimedTask> {
    private final long due;
    private final long order;

    TimedTask(Runnable action, long due, long order) {
        super(action);
        this.due = due;
        this.order = order;
    }

    long due() {
        return due;
    }

    @Override
    public int compareTo(TimedTask other) {
        int byTime = Long.compare(due, other.due);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
}
