package org.dimos.core.bus;

import static java.util.Objects.requireNonNull;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.disposables.Disposable;
import org.dimos.core.Clock;
import org.dimos.core.Out;

/**
 * An output joined to a channel.
 *
 * @param <T> the type of the messages
 */
public final class OutPort<T> implements Out<T> {
    private final Channel<T> channel;
    private final Clock clock;

    public OutPort(Channel<T> channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    @Override
    public void publish(T message) {
        channel.publish(Envelope.published(requireNonNull(message, "message is null"), clock.nanos()));
    }

    @Override
    public Disposable feed(Flowable<? extends T> source) {
        return source.subscribeWith(new Feed<>(channel, clock));
    }
}
