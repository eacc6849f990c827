package org.dimos.record;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dimos.core.bus.Channel;
import org.dimos.record.replay.Due;
import org.dimos.record.replay.Prefetch;
import org.dimos.record.replay.StreamView;
import org.jspecify.annotations.Nullable;

/** A recording that can be wound to any position and gives its messages from there. One thread reads, any may close. */
final class Reel {
    private static final Duration LONGEST_LEAD = Duration.ofMillis(500);

    private final Recording recording;
    private final Map<String, Channel<?>> channels;
    private @Nullable Prefetch ahead;
    private boolean closed;

    Reel(Recording recording, Map<String, Channel<?>> channels) {
        this.recording = recording;
        this.channels = Map.copyOf(channels);
    }

    /**
     * Goes to a position.
     *
     * @param nanos the position in recorded time; {@link Long#MIN_VALUE} for the beginning
     * @param offset what is added to the times of all messages
     */
    synchronized void wind(long nanos, long offset) {
        if (ahead != null) {
            ahead.close();
        }
        ahead = closed ? null : new Prefetch(recording, channels, nanos, offset);
    }

    /** Waits a little, so that reading does not disturb the beginning of what is played. */
    void awaitLead() {
        Prefetch current = current();
        if (current != null) {
            current.awaitLead(LONGEST_LEAD);
        }
    }

    /** The next message, or empty at the end. */
    Optional<Due> take() {
        Prefetch current = current();
        return current == null ? Optional.empty() : current.take();
    }

    private synchronized @Nullable Prefetch current() {
        return ahead;
    }

    /** The time of the last message before a time, if there is one in what is played. */
    OptionalLong before(long nanos) {
        long start = recording.startNanos();
        try (RecordingReader reader = recording.source().open()) {
            return recording.streams().stream()
                    .filter(stream -> channels.containsKey(stream.name()))
                    .flatMapToLong(stream -> before(reader, stream, nanos).stream())
                    .filter(time -> time >= start)
                    .max();
        }
    }

    private static OptionalLong before(RecordingReader reader, StreamView stream, long nanos) {
        return reader.lastBefore(stream.source().name(), nanos - stream.shiftNanos())
                .map(last -> OptionalLong.of(last.timestampNanos() + stream.shiftNanos()))
                .orElse(OptionalLong.empty());
    }

    synchronized void close() {
        closed = true;
        if (ahead != null) {
            ahead.close();
        }
    }
}
