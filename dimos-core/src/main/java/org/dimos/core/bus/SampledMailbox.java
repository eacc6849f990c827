package org.dimos.core.bus;

import io.reactivex.rxjava3.disposables.Disposable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/** Keeps the newest message and hands it over at the end of each period. */
final class SampledMailbox<T> extends Mailbox<T> {
    private final AtomicReference<@Nullable Envelope<T>> slot = new AtomicReference<>();
    private final Duration period;
    private volatile Disposable timer = Disposable.disposed();

    SampledMailbox(Channel<T> channel, ModuleThread thread, Duration period, Subscriber<? super T> subscriber) {
        super(channel, thread, "sampled", subscriber);
        this.period = period;
    }

    @Override
    void open() {
        super.open();
        long nanos = period.toNanos();
        timer = thread().scheduler().schedulePeriodicallyDirect(this::deliverNext, nanos, nanos, TimeUnit.NANOSECONDS);
        if (isDone()) {
            timer.dispose();
        }
    }

    @Override
    public void receive(Envelope<T> message) {
        if (slot.getAndSet(message) != null) {
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

    @Override
    public void cancel() {
        super.cancel();
        timer.dispose();
    }

    @Override
    public void flush() {
        timer.dispose();
        schedule();
    }
}
