package org.dimos.core;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.disposables.Disposable;

/**
 * The sending end of a stream. Any thread may publish; messages of one thread keep their order.
 *
 * @param <T> the type of the messages, immutable
 */
public interface Out<T> {

    /** Hands the message to everyone on the stream. Never waits, for a slow module as little as for a disk. */
    void publish(T message);

    /**
     * Publishes what a source emits, as a source that can wait: the next message is requested once every module that
     * takes every message has room for it, so none of them drops one. Begins when all modules have started and is
     * disposed when the graph stops. A source that works when it is asked does so on the thread of whoever made room; one
     * that touches the module's state belongs on the module's scheduler ({@code source.observeOn(scheduler)}).
     */
    default Disposable feed(Flowable<? extends T> source) {
        return source.subscribe(this::publish);
    }
}
