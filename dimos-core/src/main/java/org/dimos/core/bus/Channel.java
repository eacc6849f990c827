package org.dimos.core.bus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final List<Receiver<T>> receivers = new CopyOnWriteArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

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
        publish(message, false);
    }

    /** The same for a message whose source waited until everyone had room for it: nobody drops it. */
    void publishAwaited(Envelope<T> message) {
        publish(message, true);
    }

    private void publish(Envelope<T> message, boolean awaited) {
        inFlight.incrementAndGet();
        try {
            if (gate.isOpen()) {
                deliver(message, awaited);
            } else {
                publishThroughGate(message, awaited);
            }
        } finally {
            inFlight.decrementAndGet();
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
        sent.incrementAndGet();
        for (Receiver<T> receiver : receivers) {
            if (awaited) {
                receiver.receiveAwaited(message);
            } else {
                receiver.receive(message);
            }
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
        receivers.add(receiver);
    }

    /** Takes a receiver out. */
    public void remove(Receiver<T> receiver) {
        receivers.remove(receiver);
    }

    List<Receiver<T>> receivers() {
        return receivers;
    }

    boolean isIdle() {
        return inFlight.get() == 0;
    }

    /** What was sent and what became of it, so far. */
    public StreamReport report() {
        return new StreamReport(
                stream,
                type,
                sent.get(),
                refused.get(),
                receivers.stream().map(Receiver::report).toList());
    }
}
