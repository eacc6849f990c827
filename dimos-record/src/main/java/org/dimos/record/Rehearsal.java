package org.dimos.record;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.dimos.core.bus.Channel;
import org.dimos.core.time.TimeControl;
import org.dimos.core.time.Timeline;
import org.dimos.record.replay.PlayOptions;
import org.dimos.record.replay.SkippedSpans;
import org.dimos.record.replay.StreamView;

/**
 * Plays the beginning of a recording to nobody before it is played: the JVM then has loaded and compiled what a message goes
 * through, which would make those of the first seconds late by a tenth of a millisecond each. The operators of the view are left
 * out, for they may be anybody's code and count what passes.
 */
final class Rehearsal {
    /** Who plays faster has had the practice before anybody could notice. */
    private static final double FASTEST = 10;

    /** Fast enough that thousands of messages pass, and slow enough that there is waiting in between. */
    private static final double SPEED = 100;

    private static final Duration LIMIT = Duration.ofMillis(300);

    /** Until hardly anything is left to be compiled. */
    private static final Duration LIMIT_WHERE_EXACT = Duration.ofMillis(1500);

    private static final Duration SHORTEST_ROUND = Duration.ofSeconds(1);

    /** In proportion to the speed. */
    private static final Duration LEAD = Duration.ofNanos(4_000);

    private final Nobody nobody = new Nobody();
    private final Map<String, Channel<?>> channels = new HashMap<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Recording plain;
    private final Duration limit;

    private Rehearsal(Recording plain, Duration limit) {
        this.plain = plain;
        this.limit = limit;
    }

    /** Whether to hold one: not for somebody who is going to choose when to play, unless it has to be exact. */
    static boolean isWorthwhile(PlayOptions options) {
        return options.isExact() || (options.speed() <= FASTEST && !options.paused());
    }

    /**
     * Takes less than half a second, or less than two if it has to be exact. What goes wrong goes wrong again when it is played,
     * and is told then.
     *
     * @param played the names of the streams of this view that are played
     */
    static void hold(Recording recording, Set<String> played) {
        boolean exact = recording.options().isExact();
        Recording plain =
                recording.asRecorded().speed(SPEED).spin(recording.options().spin());
        boolean again = exact && plain.loopNanos() > SHORTEST_ROUND.toNanos();
        Rehearsal rehearsal = new Rehearsal(again ? plain.loop() : plain, exact ? LIMIT_WHERE_EXACT : LIMIT);
        rehearsal.listen(sources(recording, played));
        try {
            rehearsal.play();
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

    private void listen(Set<String> sources) {
        for (StreamView stream : plain.streams()) {
            if (sources.contains(stream.name())) {
                stream.type().ifPresent(type -> channels.put(stream.name(), nobody.channel(stream.name(), type)));
            }
        }
    }

    private void play() throws InterruptedException, ExecutionException, TimeoutException {
        Reel reel = new RecordedReel(plain, channels);
        try (Timeline timeline =
                Timeline.replay(plain.startNanos(), SPEED, plain.options().spin())) {
            Stage stage = new Stage(nobody.bus(), timeline, timeline.clock(), channels.keySet(), done);
            TimeControl time = timeline.control().orElseThrow();
            Optional<WarmUp> warmUp = Optional.of(new WarmUp(plain, time, timeline, LEAD));
            Transport transport = new Transport(plain, reel, time, true, SkippedSpans.none(), stage, warmUp, () -> {});
            transport.start();
            nobody.bus().open();
            timeline.begin();
            try {
                done.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                stage.close();
                transport.close();
            }
        } finally {
            reel.close();
        }
    }
}
