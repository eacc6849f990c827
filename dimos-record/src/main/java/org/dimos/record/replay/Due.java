package org.dimos.record.replay;

import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;

/** A message ready to be published at a time, which does not go backwards from one to the next. */
public final class Due {
    private final long nanos;
    private final String stream;
    private final boolean latched;
    private final Runnable publication;

    private Due(long nanos, String stream, boolean latched, Runnable publication) {
        this.nanos = nanos;
        this.stream = stream;
        this.latched = latched;
        this.publication = publication;
    }

    /**
     * A message.
     *
     * @param latched whether it was said before the position from which the recording is played
     */
    public static <T> Due of(long nanos, boolean latched, Channel<T> channel, String stream, Envelope<T> message) {
        return new Due(nanos, stream, latched, () -> channel.publish(message));
    }

    /** When to publish, nanoseconds since the epoch of recorded time. */
    public long nanos() {
        return nanos;
    }

    /** The name of its stream in the recording's view. */
    public String stream() {
        return stream;
    }

    /** Whether it was said before the position from which the recording is played, and still holds there. */
    public boolean isLatched() {
        return latched;
    }

    /** Hands it to everyone who listens. */
    public void publish() {
        publication.run();
    }
}
