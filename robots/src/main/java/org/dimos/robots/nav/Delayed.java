package org.dimos.robots.nav;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.dimos.core.message.Stamped;

/**
 * Messages that count from a fixed time after their stamp on. However long they took to be made and to come, within that
 * time, whoever uses them does so at the same moment of the robot's time, live as in a replay.
 */
final class Delayed<T extends Stamped> {
    /** Longer than a map takes on a busy machine, shorter than it takes to drive a metre. */
    private static final long DELAY_NANOS = 1_000_000_000L;

    private final ArrayDeque<T> waiting = new ArrayDeque<>();

    void add(T message) {
        waiting.addLast(message);
    }

    /** The messages that count at a time and were not taken before. */
    List<T> takeUpTo(long nanos) {
        List<T> due = new ArrayList<>();
        while (!waiting.isEmpty() && waiting.getFirst().stampNanos() <= nanos - DELAY_NANOS) {
            due.add(waiting.removeFirst());
        }
        return due;
    }
}
