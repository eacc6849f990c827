package org.dimos.core.transport;

import io.reactivex.rxjava3.disposables.Disposable;
import java.util.function.Consumer;
import org.dimos.core.array.Bytes;

/** Carries encoded messages between processes. Safe to use from any thread. */
public interface Transport extends AutoCloseable {

    /** What the transport is called where one is chosen: {@code lcm}. */
    String name();

    /**
     * Sends a message to whoever listens. Never waits for those; what is lost on the way is counted, where that can be
     * known.
     *
     * @throws IllegalArgumentException if the transport cannot carry the channel's name or so long a message
     */
    void send(String channel, Bytes payload);

    /**
     * Listens to every message of every channel that somebody else sends, from now on until disposed.
     *
     * @param listener called on a thread of the transport, one message at a time; must not wait
     */
    Disposable receive(Consumer<Packet> listener);

    /** What was sent, received and lost so far. */
    TransportReport report();

    /** Sends and receives nothing more. */
    @Override
    void close();
}
