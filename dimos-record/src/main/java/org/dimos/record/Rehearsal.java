package org.dimos.record;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;
import org.dimos.core.bus.Receiver;
import org.dimos.core.bus.ReceiverReport;
import org.dimos.core.time.Timeline;
import org.dimos.record.replay.SkippedSpans;
import org.dimos.record.replay.StreamView;

/**
 * Plays the beginning of a recording to nobody before it is played: the JVM then has loaded and compiled what a message goes
 * through, which would make those of the first seconds late by a tenth of a millisecond each. The operators of the view are left
 * out, for they may be anybody's code and count what passes.
 */
final class Rehearsal {
    /** Fast enough that thousands of messages pass, and slow enough that there is waiting in between. */
    private static final double SPEED = 100;

    private static final Duration LIMIT = Duration.ofMillis(300);

    /**
     * Receivers of three kinds: were all of one, the compiler would count on it, and have to begin again with the first message that is
     * played to somebody.
     */
    private static final List<Nobody> NOBODIES = List.of(new Nobody() {}, new Nobody() {}, new Nobody() {});

    private final Bus bus = new Bus();
    private final Map<String, Channel<?>> channels = new HashMap<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private Rehearsal() {}

    /** Takes messages and does nothing with them. */
    private interface Nobody extends Receiver<Object> {
        @Override
        default void receive(Envelope<Object> message) {}

        @Override
        default ReceiverReport report() {
            return new ReceiverReport("rehearsal", "none", 0, 0, 0);
        }
    }

    /**
     * Takes less than half a second. What goes wrong goes wrong again when it is played, and is told then.
     *
     * @param played the names of the streams of this view that are played
     */
    static void hold(Recording recording, Set<String> played) {
        Recording plain =
                recording.asRecorded().speed(SPEED).spin(recording.options().spin());
        Rehearsal rehearsal = new Rehearsal();
        rehearsal.listen(plain, sources(recording, played));
        try {
            rehearsal.play(plain);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // what was not rehearsed by now is a little late when it is played
        }
    }

    private static Set<String> sources(Recording recording, Set<String> played) {
        return recording.streams().stream()
                .filter(stream -> played.contains(stream.name()))
                .map(stream -> stream.source().name())
                .collect(Collectors.toSet());
    }

    private void listen(Recording plain, Set<String> sources) {
        for (StreamView stream : plain.streams()) {
            if (sources.contains(stream.name())) {
                stream.type().ifPresent(type -> channels.put(stream.name(), listen(stream.name(), type)));
            }
        }
    }

    @SuppressWarnings("unchecked") // a receiver of objects takes the messages of any stream
    private <T> Channel<T> listen(String stream, Class<T> type) {
        Channel<T> channel = bus.channel(stream, type);
        NOBODIES.forEach(((Channel<Object>) channel)::add);
        return channel;
    }

    private void play(Recording plain) throws InterruptedException, ExecutionException, TimeoutException {
        Reel reel = new Reel(plain, channels);
        try (Timeline timeline =
                Timeline.replay(plain.startNanos(), SPEED, plain.options().spin())) {
            Stage stage = new Stage(bus, timeline, timeline.clock()::nanos, channels.keySet(), done);
            Transport transport = new Transport(
                    plain, reel, timeline.control().orElseThrow(), true, SkippedSpans.none(), stage, () -> {});
            transport.start();
            bus.open();
            timeline.begin();
            try {
                done.get(LIMIT.toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                stage.close();
                transport.close();
            }
        } finally {
            reel.close();
        }
    }
}
