package org.dimos.core.bus;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who listens to a stream during a span of time. When someone comes or goes, a new audience follows; each message goes
 * to exactly one audience, so that what was sent to whom is known to the message without a lock.
 */
final class Audience<T> {
    private final List<Receiver<T>> receivers;
    private final AtomicInteger present = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();

    Audience(List<Receiver<T>> receivers) {
        this.receivers = List.copyOf(receivers);
    }

    List<Receiver<T>> receivers() {
        return receivers;
    }

    /** A publisher comes in; {@link #leave} has to follow. */
    void enter() {
        present.incrementAndGet();
    }

    void leave() {
        present.decrementAndGet();
    }

    /** Whether no publisher is in. */
    boolean isIdle() {
        return present.get() == 0;
    }

    long sent() {
        return sent.get();
    }

    void deliver(Envelope<T> message, boolean awaited) {
        sent.incrementAndGet();
        for (Receiver<T> receiver : receivers) {
            if (awaited) {
                receiver.receiveAwaited(message);
            } else {
                receiver.receive(message);
            }
        }
    }
}
