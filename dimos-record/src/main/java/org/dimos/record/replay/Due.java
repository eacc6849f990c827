package org.dimos.record.replay;

import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;

/** A message ready to be published at a time, which does not go backwards from one to the next. */
public final class Due {
    private final long nanos;
    private final Runnable publication;

    private Due(long nanos, Runnable publication) {
        this.nanos = nanos;
        this.publication = publication;
    }

    static <T> Due of(long nanos, Channel<T> channel, Envelope<T> message) {
        return new Due(nanos, () -> channel.publish(message));
    }

    /** When to publish, nanoseconds since the epoch of recorded time. */
    public long nanos() {
        return nanos;
    }

    public void publish() {
        publication.run();
    }
}
