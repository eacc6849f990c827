package org.dimos.core.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One stream inside a process: hands each message to everyone who listens. Any thread may publish.
 *
 * @param <T> the type of the messages
 */
public final class Channel<T> {
    private final String stream;
    private final Class<T> type;
    private final Gate gate;
    private final Attendance<T> attendance = new Attendance<>();
    private final AtomicLong refused = new AtomicLong();

    private volatile Audience<T> audience = new Audience<>(List.of());

    Channel(String stream, Class<T> type, Gate gate) {
        this.stream = stream;
        this.type = type;
        this.gate = gate;
    }

    public String stream() {
        return stream;
    }

    public Class<T> type() {
        return type;
    }

    /** Hands a message to all receivers, without waiting for any. */
    public void publish(Envelope<T> message) {
        publish(message, gate.isLossless());
    }

    /** The same for a message whose source waited until everyone had room for it: nobody drops it. */
    void publishAwaited(Envelope<T> message) {
        publish(message, true);
    }

    private void publish(Envelope<T> message, boolean awaited) {
        Audience<T> present = enter();
        try {
            // with another audience by now, the gate may have opened between the two looks
            if (gate.isOpen() && present == audience) {
                present.deliver(message, awaited);
            } else {
                publishThroughGate(message, awaited);
            }
        } finally {
            present.leave();
        }
    }

    private Audience<T> enter() {
        while (true) {
            Audience<T> present = audience;
            present.enter();
            if (present == audience) {
                return present;
            }
            present.leave();
        }
    }

    private void publishThroughGate(Envelope<T> message, boolean awaited) {
        switch (gate.admit(() -> deliver(message, awaited))) {
            case DELIVER -> deliver(message, awaited);
            case HELD -> {}
            case REFUSE -> refused.incrementAndGet();
        }
    }

    private void deliver(Envelope<T> message, boolean awaited) {
        Audience<T> present = enter();
        try {
            present.deliver(message, awaited);
        } finally {
            present.leave();
        }
    }

    boolean isOpen() {
        return gate.isOpen();
    }

    void whenOpen(Runnable task) {
        gate.whenOpen(task);
    }

    /** Adds a receiver; it gets what is published from now on. */
    public void add(Receiver<T> receiver) {
        exchange(List.of(), List.of(receiver));
    }

    /** Takes a receiver out. A message that is just being published may still reach it. */
    public void remove(Receiver<T> receiver) {
        exchange(List.of(receiver), List.of());
    }

    /** Lets some receivers take the place of others: each message goes either to these or to those. */
    synchronized void exchange(List<Receiver<T>> leaving, List<Receiver<T>> coming) {
        Audience<T> before = audience;
        List<Receiver<T>> receivers = new ArrayList<>(before.receivers());
        receivers.removeAll(leaving);
        receivers.addAll(coming);
        if (!receivers.equals(before.receivers())) {
            audience = new Audience<>(receivers);
            attendance.ended(before, receivers);
        }
    }

    List<Receiver<T>> receivers() {
        return audience.receivers();
    }

    /** Whether each receiver has room for more. */
    boolean hasRoom() {
        for (Receiver<T> receiver : receivers()) {
            if (receiver.isFull()) {
                return false;
            }
        }
        return true;
    }

    /** Takes the receivers of a module out and answers them. */
    synchronized List<Receiver<T>> takeOut(String module) {
        return replace(module, List.of());
    }

    /** Lets receivers take the place of those of a module, and answers these. */
    synchronized List<Receiver<T>> replace(String module, List<Receiver<T>> coming) {
        List<Receiver<T>> leaving = receiversOf(module);
        exchange(leaving, coming);
        return leaving;
    }

    private List<Receiver<T>> receiversOf(String module) {
        return receivers().stream()
                .filter(receiver -> !(receiver instanceof HeldInput))
                .filter(receiver -> receiver.report().module().equals(module))
                .toList();
    }

    /** Notes messages that a receiver got, or that were dropped for it, before it listened itself. */
    synchronized void account(Receiver<T> receiver, long sentBefore, long droppedBefore) {
        attendance.account(receiver, sentBefore, droppedBefore);
    }

    synchronized boolean isIdle() {
        return audience.isIdle() && attendance.isIdle();
    }

    /** Whether no publisher serves receivers any more that were taken out. */
    synchronized boolean isSettled() {
        return attendance.isIdle();
    }

    /** What was sent and what became of it, so far. */
    public synchronized StreamReport report() {
        List<ReceiverReport> receivers = attendance.reports(audience);
        return new StreamReport(stream, type, attendance.sent() + audience.sent(), refused.get(), receivers);
    }
}
