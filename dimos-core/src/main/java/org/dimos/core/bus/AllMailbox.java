package org.dimos.core.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jctools.queues.atomic.MpscUnboundedAtomicArrayQueue;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/** Keeps every message, as far as there is room. Each source that can wait may go over the limit by one. */
final class AllMailbox<T> extends Mailbox<T> {
    private static final int CHUNK = 64;

    private final int capacity;
    private final MpscUnboundedAtomicArrayQueue<Envelope<T>> queue = new MpscUnboundedAtomicArrayQueue<>(CHUNK);
    private final AtomicInteger size = new AtomicInteger();
    private final List<Runnable> waitingForRoom = new ArrayList<>();
    private volatile boolean someoneWaits;

    AllMailbox(Channel<T> channel, ModuleThread thread, int capacity, Subscriber<? super T> subscriber) {
        super(channel, thread, "all", subscriber);
        this.capacity = capacity;
    }

    @Override
    public void receive(Envelope<T> message) {
        if (size.incrementAndGet() > capacity) {
            size.decrementAndGet();
            countDropped();
            return;
        }
        keep(message);
    }

    @Override
    public void receiveAwaited(Envelope<T> message) {
        size.incrementAndGet();
        keep(message);
    }

    private void keep(Envelope<T> message) {
        queue.offer(message);
        schedule();
    }

    @Override
    @Nullable
    Envelope<T> poll() {
        Envelope<T> next = queue.poll();
        if (next != null) {
            size.decrementAndGet();
            if (someoneWaits) {
                tellThereIsRoom();
            }
        }
        return next;
    }

    @Override
    int waiting() {
        return size.get();
    }

    @Override
    public boolean isFull() {
        return size.get() >= capacity && !isDone();
    }

    @Override
    public void whenRoom(Runnable task) {
        synchronized (waitingForRoom) {
            waitingForRoom.add(task);
            someoneWaits = true;
        }
        if (!isFull()) {
            tellThereIsRoom();
        }
    }

    @Override
    public void cancel() {
        super.cancel();
        tellThereIsRoom();
    }

    private void tellThereIsRoom() {
        List<Runnable> tasks;
        synchronized (waitingForRoom) {
            tasks = List.copyOf(waitingForRoom);
            waitingForRoom.clear();
            someoneWaits = false;
        }
        tasks.forEach(Runnable::run);
    }
}
