package org.dimos.core.bus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * What may be published when: nothing is delivered before all modules have started, and while the graph stops only what
 * a module publishes in answer to a message.
 */
final class Gate {
    private static final int MAX_HELD = 100_000;

    private enum Phase {
        STARTING,
        OPEN,
        DRAINING,
        CLOSED
    }

    private final Queue<Runnable> held = new ArrayDeque<>();
    private final List<Runnable> waitingForOpening = new ArrayList<>();
    private volatile Phase phase = Phase.STARTING;
    private volatile boolean lossless;

    boolean isOpen() {
        return phase == Phase.OPEN;
    }

    /** Whether receivers keep what they have no room for, since whoever sends waits for them. */
    boolean isLossless() {
        return lossless;
    }

    void becomeLossless() {
        lossless = true;
    }

    /** Decides about a message that comes while the gate is not wide open. */
    synchronized Verdict admit(Runnable delivery) {
        return switch (phase) {
            case STARTING -> hold(delivery);
            case OPEN -> Verdict.DELIVER;
            case DRAINING -> isAnswer() ? Verdict.DELIVER : Verdict.REFUSE;
            case CLOSED -> Verdict.REFUSE;
        };
    }

    private Verdict hold(Runnable delivery) {
        if (held.size() >= MAX_HELD) {
            return Verdict.REFUSE;
        }
        held.add(delivery);
        return Verdict.HELD;
    }

    private static boolean isAnswer() {
        ModuleThread current = ModuleThread.current();
        return current != null && current.isHandling();
    }

    /** Delivers what was held back, in the order in which it came, and lets everything through from now on. */
    void open() {
        deliverHeld().forEach(Runnable::run);
    }

    private synchronized List<Runnable> deliverHeld() {
        if (phase != Phase.STARTING) {
            return List.of();
        }
        for (Runnable next = held.poll(); next != null; next = held.poll()) {
            next.run();
        }
        phase = Phase.OPEN;
        List<Runnable> tasks = List.copyOf(waitingForOpening);
        waitingForOpening.clear();
        return tasks;
    }

    /** Runs a task once messages flow: now, at the opening, or never if that time is over. */
    void whenOpen(Runnable task) {
        if (!keepUntilOpen(task) && isOpen()) {
            task.run();
        }
    }

    private synchronized boolean keepUntilOpen(Runnable task) {
        return phase == Phase.STARTING && waitingForOpening.add(task);
    }

    synchronized void drain() {
        if (phase != Phase.CLOSED) {
            held.clear();
            phase = Phase.DRAINING;
        }
    }

    synchronized void close() {
        phase = Phase.CLOSED;
    }

    /** What becomes of a message. */
    enum Verdict {
        DELIVER,
        HELD,
        REFUSE
    }
}
