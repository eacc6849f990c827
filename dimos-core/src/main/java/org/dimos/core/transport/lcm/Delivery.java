package org.dimos.core.transport.lcm;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.dimos.core.transport.Packet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands packets to listeners, on a thread of its own; those that wait for them may hold so many bytes. */
final class Delivery implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int OVERHEAD = 128;

    private final long limit;
    private final Traffic traffic;
    private final List<Consumer<Packet>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final ArrayDeque<Packet> waiting = new ArrayDeque<>();
    private long bytes;
    private boolean closed;

    Delivery(long limit, Traffic traffic) {
        this.limit = limit;
        this.traffic = traffic;
    }

    void add(Consumer<Packet> listener) {
        listeners.add(listener);
    }

    void remove(Consumer<Packet> listener) {
        listeners.remove(listener);
    }

    /** Takes a packet, or counts it as lost where there is no room. */
    void offer(Packet packet) {
        if (listeners.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            if (bytes + size(packet) > limit && !waiting.isEmpty()) {
                traffic.lost(Loss.NO_ROOM, packet.channel());
                return;
            }
            waiting.add(packet);
            bytes += size(packet);
            more.signal();
        } finally {
            lock.unlock();
        }
        traffic.received(packet.payload().length());
    }

    /** Hands a packet over at once. */
    void handOver(Packet packet) {
        if (!listeners.isEmpty()) {
            traffic.received(packet.payload().length());
            listeners.forEach(listener -> deliver(packet, listener));
        }
    }

    private static long size(Packet packet) {
        return OVERHEAD + (long) packet.payload().length();
    }

    @Override
    public void run() {
        for (Packet next = take(); next != null; next = take()) {
            Packet packet = next;
            listeners.forEach(listener -> deliver(packet, listener));
        }
    }

    private static void deliver(Packet packet, Consumer<Packet> listener) {
        try {
            listener.accept(packet);
        } catch (RuntimeException e) {
            LOG.error("a listener failed at a message of {}", packet.channel(), e);
        }
    }

    private @Nullable Packet take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                more.awaitUninterruptibly();
            }
            Packet next = closed ? null : waiting.poll();
            bytes -= next == null ? 0 : size(next);
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Hands over nothing more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
