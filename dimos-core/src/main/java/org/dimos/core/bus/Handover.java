package org.dimos.core.bus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Keeps the messages of a module's inputs, in order over all of them, while the module before it finishes and until it
 * has started itself. Then it gets them, and from there on what is published: each message goes to one of the two
 * modules, and what the old one handles was published before what the new one handles. What comes after ten thousand
 * that wait counts as dropped at the new module.
 */
public final class Handover {
    static final int MAX_HELD = 10_000;

    private enum Phase {
        BEFORE,
        HOLDING,
        OVER
    }

    private final String module;
    private final Map<Channel<?>, HeldInput<?>> inputs = new LinkedHashMap<>();
    private final Queue<Runnable> held = new ArrayDeque<>();
    private final List<Runnable> waitingForRoom = new ArrayList<>();
    private Phase phase = Phase.BEFORE;

    /** A handover to the module of the given name. */
    public Handover(String module) {
        this.module = module;
    }

    String module() {
        return module;
    }

    /**
     * Comes between a channel and the receivers of the module before, which get all messages until {@link #hold}.
     *
     * @return these receivers
     */
    public synchronized <T> List<Receiver<T>> attach(Channel<T> channel, String before) {
        HeldInput<T> input = new HeldInput<>(this, channel);
        inputs.put(channel, input);
        List<Receiver<T>> leaving = channel.replace(before, List.of(input));
        input.precededBy(leaving);
        return leaving;
    }

    /** Keeps what is published from now on. */
    public synchronized void hold() {
        phase = Phase.HOLDING;
    }

    /** Gives what was kept to the receivers that joined and lets messages flow to them. */
    public void release() {
        List<Runnable> waiting;
        synchronized (this) {
            for (Runnable next = held.poll(); next != null; next = held.poll()) {
                next.run();
            }
            phase = Phase.OVER;
            inputs.values().forEach(HeldInput::giveWay);
            waiting = List.copyOf(waitingForRoom);
            waitingForRoom.clear();
        }
        waiting.forEach(Runnable::run);
    }

    /** Listens no more, since nobody will take over; what was kept is of no use. */
    public synchronized void giveUp() {
        held.clear();
        phase = Phase.OVER;
        inputs.values().forEach(HeldInput::giveUp);
    }

    /** A receiver of the new module starts to listen. */
    synchronized <T> void join(Channel<T> channel, Receiver<T> receiver) {
        HeldInput<?> input = inputs.get(channel);
        if (phase == Phase.OVER || input == null) {
            channel.add(receiver);
            return;
        }
        @SuppressWarnings("unchecked") // made for this very channel
        HeldInput<T> own = (HeldInput<T>) input;
        own.join(receiver);
    }

    /** A receiver of the new module listens no more. */
    synchronized <T> void leave(Channel<T> channel, Receiver<T> receiver) {
        HeldInput<?> input = inputs.get(channel);
        if (phase == Phase.OVER || input == null) {
            channel.remove(receiver);
        } else {
            input.leave(receiver);
        }
    }

    /** Decides about a message of an input; in no case are two decided at once. */
    synchronized <T> void take(HeldInput<T> input, Envelope<T> message) {
        switch (phase) {
            case BEFORE -> input.passToPredecessor(message);
            case OVER -> input.pass(message);
            case HOLDING -> {
                if (held.size() < MAX_HELD) {
                    held.add(() -> input.pass(message));
                } else {
                    input.countLost();
                }
            }
        }
    }

    synchronized boolean isFull() {
        return phase == Phase.HOLDING && held.size() >= MAX_HELD;
    }

    void whenRoom(Runnable task) {
        if (!keepUntilReleased(task)) {
            task.run();
        }
    }

    private synchronized boolean keepUntilReleased(Runnable task) {
        return isFull() && waitingForRoom.add(task);
    }
}
