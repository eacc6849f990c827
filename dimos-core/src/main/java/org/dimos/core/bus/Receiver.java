package org.dimos.core.bus;

/**
 * One who listens to a channel.
 *
 * @param <T> the type of the messages
 */
public interface Receiver<T> {

    /** Takes a message on the publisher's thread; must not wait. */
    void receive(Envelope<T> message);

    /** Takes a message of a source that waited for room; goes over the limit rather than drop it. */
    default void receiveAwaited(Envelope<T> message) {
        receive(message);
    }

    /** Whether a source that can wait should wait before it sends more. */
    default boolean isFull() {
        return false;
    }

    /** Runs a task once, as soon as there is room: at once if there is some now. */
    default void whenRoom(Runnable task) {
        task.run();
    }

    /** Hands over what is kept for later, since the graph stops. */
    default void flush() {}

    /** Ends the flow: no message follows. */
    default void complete() {}

    /** What became of the messages so far. */
    ReceiverReport report();
}
