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

/** Reads a recording ahead of its playing. */
final class RecordedReel implements Reel {
    private static final Duration LONGEST_LEAD = Duration.ofMillis(500);

    private final Recording recording;
    private final Map<String, Channel<?>> channels;
    private @Nullable Prefetch ahead;
    private boolean closed;

    RecordedReel(Recording recording, Map<String, Channel<?>> channels) {
        this.recording = recording;
        this.channels = Map.copyOf(channels);
    }

    @Override
    public synchronized void wind(long nanos, long offset) {
        if (ahead != null) {
            ahead.close();
        }
        ahead = closed ? null : new Prefetch(recording, channels, nanos, offset);
    }

    @Override
    public void awaitLead() {
        Prefetch current = current();
        if (current != null) {
            current.awaitLead(LONGEST_LEAD);
        }
    }

    @Override
    public Optional<Due> take() {
        Prefetch current = current();
        return current == null ? Optional.empty() : current.take();
    }

    private synchronized @Nullable Prefetch current() {
        return ahead;
    }

    @Override
    public OptionalLong before(long nanos) {
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

    @Override
    public synchronized void close() {
        closed = true;
        if (ahead != null) {
            ahead.close();
        }
    }
}
