package org.dimos.core.bus;

import io.reactivex.rxjava3.core.Flowable;
import java.time.Duration;
import java.util.function.Function;
import org.dimos.core.In;
import org.reactivestreams.Subscriber;

/**
 * An input joined to a channel.
 *
 * @param <T> the type of the messages
 */
public final class InPort<T> implements In<T> {
    private final Channel<T> channel;
    private final ModuleThread thread;

    public InPort(Channel<T> channel, ModuleThread thread) {
        this.channel = channel;
        this.thread = thread;
    }

    @Override
    public Flowable<T> all(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity is " + capacity + "; it must be at least 1");
        }
        return delivery(subscriber -> new AllMailbox<>(channel, thread, capacity, subscriber));
    }

    @Override
    public Flowable<T> latest() {
        return delivery(subscriber -> new LatestMailbox<>(channel, thread, subscriber));
    }

    @Override
    public Flowable<T> sampled(Duration period) {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("period is " + period + "; it must be positive");
        }
        return delivery(subscriber -> new SampledMailbox<>(channel, thread, period, subscriber));
    }

    private Flowable<T> delivery(Function<Subscriber<? super T>, Mailbox<T>> mailbox) {
        return new Flowable<>() {
            @Override
            protected void subscribeActual(Subscriber<? super T> subscriber) {
                mailbox.apply(subscriber).open();
            }
        };
    }
}
