package org.dimos.core;

import io.reactivex.rxjava3.core.Flowable;
import java.time.Duration;

/**
 * The receiving end of a stream. Each delivery is a hot {@link Flowable} that emits on the module's own thread of
 * execution, one message at a time together with the module's other handlers and timers, and completes when the graph
 * stops. A message that a delivery leaves out is counted as dropped and shown in the graph's report.
 *
 * @param <T> the type of the messages
 */
public interface In<T> {

    /** How many messages {@link #all()} keeps for a slow module before it drops the newest. */
    int DEFAULT_CAPACITY = 1024;

    /** Every message, in order. A source that can wait is held back; otherwise what does not fit is dropped. */
    default Flowable<T> all() {
        return all(DEFAULT_CAPACITY);
    }

    /** Every message, in order, with room for {@code capacity} messages that wait. */
    Flowable<T> all(int capacity);

    /** The newest message only: while the module is busy, a newer one takes the place of the one that waits. */
    Flowable<T> latest();

    /** The newest message at the end of each {@code period} of the graph's clock, if there is a new one. */
    Flowable<T> sampled(Duration period);
}
