package org.dimos.blueprint.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.dimos.core.bus.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a stream that wait to be sent, as many as have room. Any thread may add; one at a time takes.
 *
 * @param <T> the type of the messages
 */
final class Outbox<T> {
    private static final int OVERHEAD = 256;

    private record Waiting<T>(Envelope<T> message, int size) {}

    private final long limit;
    private final ArrayDeque<Waiting<T>> messages = new ArrayDeque<>();
    private final List<Runnable> waitingForRoom = new ArrayList<>();
    private long bytes;
    private boolean taking;
    private boolean closed;

    Outbox(long limit) {
        this.limit = limit;
    }

    /** What became of a message that was to be added. */
    enum Added {
        /** It waits, and somebody takes. */
        YES,
        /** It waits, and nobody takes yet. */
        FIRST,
        /** There was no room. */
        NO
    }

    /** Adds a message; one whose source has waited for room may go over the limit. */
    synchronized Added add(Envelope<T> message, int payload, boolean awaited) {
        int size = payload + OVERHEAD;
        if (closed || (!awaited && !messages.isEmpty() && bytes + size > limit)) {
            return Added.NO;
        }
        messages.add(new Waiting<>(message, size));
        bytes += size;
        boolean first = !taking;
        taking = true;
        return first ? Added.FIRST : Added.YES;
    }

    /** The next message; after null nobody takes until one is added. */
    synchronized @Nullable Envelope<T> take() {
        Waiting<T> next = messages.poll();
        if (next == null) {
            taking = false;
            return null;
        }
        bytes -= next.size();
        return next.message();
    }

    /** Runs what waited for room, if there is some. */
    void tellRoom() {
        List<Runnable> tasks;
        synchronized (this) {
            if (waitingForRoom.isEmpty() || isFull()) {
                return;
            }
            tasks = List.copyOf(waitingForRoom);
            waitingForRoom.clear();
        }
        tasks.forEach(Runnable::run);
    }

    /** Whether a source that can wait should: the other half is for those that cannot. */
    synchronized boolean isFull() {
        return !closed && bytes > limit / 2;
    }

    void whenRoom(Runnable task) {
        synchronized (this) {
            waitingForRoom.add(task);
        }
        tellRoom();
    }

    synchronized int waiting() {
        return messages.size();
    }

    /** Takes no more; answers how many are left, which nobody takes any more. */
    int close() {
        int left;
        synchronized (this) {
            closed = true;
            left = messages.size();
            messages.clear();
            bytes = 0;
        }
        tellRoom();
        return left;
    }
}
