package org.dimos.core.bus;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** One subscription of a module to a stream: keeps what came until it is the module's turn. */
abstract class Mailbox<T> implements Receiver<T>, Subscription {
    private final Channel<T> channel;
    private final ModuleThread thread;
    private final String delivery;
    private final Subscriber<? super T> subscriber;
    private final AtomicLong requested = new AtomicLong();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean done;
    private boolean owing;

    Mailbox(Channel<T> channel, ModuleThread thread, String delivery, Subscriber<? super T> subscriber) {
        this.channel = channel;
        this.thread = thread;
        this.delivery = delivery;
        this.subscriber = subscriber;
    }

    /** The next message for the subscriber, or null if there is none. Called on the module's thread only. */
    abstract @Nullable Envelope<T> poll();

    /** How many messages wait. */
    abstract int waiting();

    /** Starts to receive. */
    void open() {
        subscriber.onSubscribe(this);
        thread.listen(channel, this);
        if (done) {
            thread.stopListening(channel, this);
        }
    }

    final ModuleThread thread() {
        return thread;
    }

    final void countDropped() {
        dropped.incrementAndGet();
    }

    final boolean isDone() {
        return done;
    }

    /** Lets the module handle one more message when it is its turn. */
    final void schedule() {
        thread.execute(this::deliverNext);
    }

    /** Hands over the next message if the subscriber asked for one; otherwise it gets it when it asks. */
    final void deliverNext() {
        if (done) {
            dropWaiting();
            return;
        }
        if (requested.get() == 0) {
            owing = true;
            return;
        }
        Envelope<T> next = poll();
        if (next == null) {
            return;
        }
        T payload = payloadOf(next);
        if (payload == null) {
            countDropped();
            return;
        }
        if (requested.get() != Long.MAX_VALUE) {
            requested.decrementAndGet();
        }
        delivered.incrementAndGet();
        subscriber.onNext(payload);
    }

    /** What a message holds; null for one from outside that holds something else than it says. */
    private static <T> @Nullable T payloadOf(Envelope<T> message) {
        Origin origin = message.origin();
        if (origin == null) {
            return message.payload();
        }
        try {
            return message.payload();
        } catch (RuntimeException e) {
            origin.undecodable(e);
            return null;
        }
    }

    private void deliverOwed() {
        if (owing) {
            owing = false;
            while (waiting() > 0 && requested.get() > 0 && !done) {
                deliverNext();
            }
            owing = waiting() > 0;
        }
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            cancel();
            subscriber.onError(new IllegalArgumentException("request of " + n + " messages; it must be positive"));
            return;
        }
        long before = requested.getAndAccumulate(n, Mailbox::addCapped);
        if (before == 0 && waiting() > 0) {
            thread.execute(this::deliverOwed);
        }
    }

    private static long addCapped(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    @Override
    public void cancel() {
        done = true;
        thread.stopListening(channel, this);
    }

    @Override
    public void complete() {
        thread.execute(() -> {
            if (!done) {
                done = true;
                dropWaiting();
                subscriber.onComplete();
            }
        });
    }

    private void dropWaiting() {
        while (poll() != null) {
            countDropped();
        }
    }

    @Override
    public ReceiverReport report() {
        return new ReceiverReport(thread.module(), delivery, delivered.get(), dropped.get(), waiting());
    }
}
