package org.dimos.record;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.dimos.core.TimeJump;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;
import org.dimos.core.bus.Receiver;
import org.dimos.core.bus.ReceiverReport;
import org.dimos.core.time.Timeline;
import org.dimos.record.replay.StreamView;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;

/** A recording that plays to someone who notes what comes and what the clock says then. */
final class Played implements AutoCloseable {
    static final long START = 1_700_000_000_000_000_000L;
    static final long MS = 1_000_000;

    final List<Message> seen = Collections.synchronizedList(new ArrayList<>());
    final List<TimeJump> jumps = Collections.synchronizedList(new ArrayList<>());
    final CompletableFuture<Void> finished = new CompletableFuture<>();
    final Timeline timeline;
    final Player player;
    private final Bus bus = new Bus();

    /** A message of a recording, or one that came. */
    record Message(String stream, long millis, Object payload) {}

    Played(Recording recording) {
        timeline = Timeline.replay(
                recording.startNanos(),
                recording.options().speed(),
                recording.options().spin());
        Map<String, Channel<?>> channels = new TreeMap<>();
        for (StreamView stream : recording.streams()) {
            channels.put(stream.name(), listen(stream.name(), stream.type().orElseThrow()));
        }
        player = new Player(recording, channels, bus, timeline, finished);
        timeline.control().orElseThrow().onJump(jumps::add);
        player.start();
        bus.open();
        timeline.begin();
    }

    private <T> Channel<T> listen(String stream, Class<T> type) {
        Channel<T> channel = bus.channel(stream, type);
        channel.add(new Receiver<>() {
            @Override
            public void receive(Envelope<T> message) {
                seen.add(new Message(stream, millisNow(), message.payload()));
            }

            @Override
            public ReceiverReport report() {
                return new ReceiverReport("test", "all", seen.size(), 0, 0);
            }
        });
        return channel;
    }

    long millisNow() {
        return (timeline.clock().nanos() - START) / MS;
    }

    List<Message> takeSeen() {
        List<Message> taken = List.copyOf(seen);
        seen.clear();
        return taken;
    }

    static PlayerState await(CompletionStage<PlayerState> command) {
        try {
            return command.toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the player did not do it", e);
        }
    }

    /** Writes a recording of these messages. */
    static Recording record(Path file, List<Message> messages) {
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            for (Message message : messages) {
                long time = START + message.millis * MS;
                writer.stream(StreamSpec.of(message.stream, message.payload.getClass()))
                        .append(Observation.of(message.stream, time, time, message.payload));
            }
        }
        return Recording.open(file);
    }

    static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    @Override
    public void close() {
        player.close();
        timeline.close();
    }
}
