package org.dimos.core.bus;

import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.subscribers.DisposableSubscriber;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dimos.core.Clock;

/**
 * Publishes a source that can wait: asks for the next message once everyone has room for it, from the start of the graph
 * to its end.
 */
final class Feed<T> extends DisposableSubscriber<T> {
    private final Channel<T> channel;
    private final Clock clock;

    Feed(Channel<T> channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    @Override
    protected void onStart() {
        channel.whenOpen(this::requestWhenRoom);
    }

    @Override
    public void onNext(T message) {
        channel.publishAwaited(Envelope.published(message, clock.nanos()));
        requestWhenRoom();
    }

    private void requestWhenRoom() {
        if (!channel.isOpen()) {
            dispose();
            return;
        }
        List<Receiver<T>> full =
                channel.receivers().stream().filter(Receiver::isFull).toList();
        if (full.isEmpty()) {
            request(1);
            return;
        }
        AtomicInteger missing = new AtomicInteger(full.size());
        for (Receiver<T> receiver : full) {
            receiver.whenRoom(() -> {
                if (missing.decrementAndGet() == 0) {
                    requestWhenRoom();
                }
            });
        }
    }

    @Override
    public void onError(Throwable error) {
        if (!ModuleThread.failCurrent(error)) {
            RxJavaPlugins.onError(error);
        }
    }

    @Override
    public void onComplete() {}
}
