package org.dimos.core.bus;

import java.util.ArrayList;
import java.util.List;

/** One input of a module that is about to take over from another: listens in the place of both. */
final class HeldInput<T> implements Receiver<T> {
    private final Handover handover;
    private final Channel<T> channel;
    private final List<Receiver<T>> before = new ArrayList<>();
    private final List<Receiver<T>> joined = new ArrayList<>();
    private long lost;

    HeldInput(Handover handover, Channel<T> channel) {
        this.handover = handover;
        this.channel = channel;
    }

    void precededBy(List<Receiver<T>> receivers) {
        before.addAll(receivers);
    }

    void join(Receiver<T> receiver) {
        joined.add(receiver);
    }

    void leave(Receiver<?> receiver) {
        joined.remove(receiver);
    }

    @Override
    public void receive(Envelope<T> message) {
        handover.take(this, message);
    }

    void passToPredecessor(Envelope<T> message) {
        for (Receiver<T> receiver : before) {
            channel.account(receiver, 1, 0);
            receiver.receive(message);
        }
    }

    /** Hands a message over that waited: nobody drops it. */
    void pass(Envelope<T> message) {
        for (Receiver<T> receiver : joined) {
            channel.account(receiver, 1, 0);
            receiver.receiveAwaited(message);
        }
    }

    void countLost() {
        lost++;
    }

    /** The receivers that joined listen themselves from now on. */
    void giveWay() {
        joined.forEach(receiver -> channel.account(receiver, lost, lost));
        channel.exchange(List.of(this), joined);
    }

    /** Nobody takes over. */
    void giveUp() {
        joined.clear();
        channel.exchange(List.of(this), List.of());
    }

    @Override
    public boolean isFull() {
        return handover.isFull();
    }

    @Override
    public void whenRoom(Runnable task) {
        handover.whenRoom(task);
    }

    /** What it keeps belongs to the receivers that follow; it has no account of its own. */
    @Override
    public ReceiverReport report() {
        return new ReceiverReport(handover.module(), "held", 0, 0, 0);
    }
}
