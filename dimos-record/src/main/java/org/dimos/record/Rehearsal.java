package org.dimos.record;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;
import org.dimos.core.time.TimeControl;
import org.dimos.core.time.Timeline;
import org.dimos.record.replay.Due;

/**
 * Plays to nobody for a moment before a replay begins: the JVM then has loaded and compiled what a message goes through,
 * which would make the first hundreds of messages late by milliseconds.
 */
final class Rehearsal {
    private static final String STREAM = "rehearsal";
    private static final int MESSAGES = 4000;
    private static final long STEP_NANOS = 20_000;
    private static final Duration LIMIT = Duration.ofMillis(400);

    private final Timeline timeline;
    private final Stage stage;
    private final Channel<Integer> channel;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private Rehearsal(Timeline timeline) {
        this.timeline = timeline;
        Bus bus = new Bus();
        channel = bus.channel(STREAM, Integer.class);
        stage = new Stage(bus, timeline, timeline.clock()::nanos, List.of(STREAM), done);
        bus.open();
    }

    /** Takes a tenth of a second or so, and less than half of one. */
    static void hold(Duration spin) {
        try (Timeline timeline = Timeline.replay(0, 1, spin)) {
            Rehearsal rehearsal = new Rehearsal(timeline);
            timeline.begin();
            rehearsal.next(0);
            rehearsal.done.get(LIMIT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // what was not rehearsed by now is a little late when it is played
        }
    }

    private void next(int number) {
        if (number == MESSAGES) {
            stage.over();
            return;
        }
        TimeControl time = timeline.control().orElseThrow();
        long nanos = number * STEP_NANOS;
        Due message = Due.of(nanos, false, channel, STREAM, Envelope.at(number, nanos, nanos));
        var unused = time.at(
                nanos,
                () -> stage.attempt(() -> {
                    stage.publish(message, 1);
                    next(number + 1);
                }));
    }
}
