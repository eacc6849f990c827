package org.dimos.core.bus;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/** Keeps the newest message only. */
final class LatestMailbox<T> extends Mailbox<T> {
    private final AtomicReference<@Nullable Envelope<T>> slot = new AtomicReference<>();

    LatestMailbox(Channel<T> channel, ModuleThread thread, Subscriber<? super T> subscriber) {
        super(channel, thread, "latest", subscriber);
    }

    @Override
    public void receive(Envelope<T> message) {
        if (slot.getAndSet(message) == null) {
            schedule();
        } else {
            countDropped();
        }
    }

    @Override
    @Nullable
    Envelope<T> poll() {
        return slot.getAndSet(null);
    }

    @Override
    int waiting() {
        return slot.get() == null ? 0 : 1;
    }
}
