package org.dimos.record;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.processors.BehaviorProcessor;
import io.reactivex.rxjava3.processors.FlowableProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.dimos.core.Clock;
import org.dimos.core.RobotModule;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.text.Nearest;
import org.dimos.core.time.TimeControl;
import org.dimos.core.time.Timeline;
import org.dimos.record.replay.Lateness;
import org.dimos.record.replay.Loop;
import org.dimos.record.replay.SkippedSpans;
import org.dimos.record.replay.StreamView;

/**
 * Publishes a recording, all streams on one clock: each message when the graph's clock reaches its time, how late is
 * measured; or, as fast as possible, each as soon as all modules have handled what was before. Reads ahead on a thread
 * of its own.
 *
 * <p>Can be directed from any thread. What is asked for is done in order, between two messages; each method answers at
 * once, and what it answers completes when it is done. Positions are counted from the beginning of what is played; they
 * jump with the clock of the graph, and {@link RobotModule#onTimeJump} tells the modules.
 */
public final class Player implements RobotModule {
    /** The slowest speed that can be asked for. */
    public static final double MIN_SPEED = 0.01;

    /** The fastest speed, short of as fast as possible. */
    public static final double MAX_SPEED = 1000;

    private static final Duration REFRESH = Duration.ofMillis(100);

    private final Recording recording;
    private final TimeControl time;
    private final Reel reel;
    private final Stage stage;
    private final Transport transport;
    private final long length;
    private final boolean rehearses;
    private final FlowableProcessor<PlayerState> changes =
            BehaviorProcessor.<PlayerState>create().toSerialized();

    /**
     * A player of those streams that have a channel.
     *
     * @param channels where to publish each stream, by its name in the recording's view
     * @param bus what the channels belong to
     * @param finished completed once the last message is published, or exceptionally when one cannot be read
     */
    public Player(
            Recording recording,
            Map<String, Channel<?>> channels,
            Bus bus,
            Timeline timeline,
            CompletableFuture<Void> finished) {
        this.recording = recording;
        SteadyTime steady = new SteadyTime(timeline, recording.startNanos());
        boolean steered = timeline.control().isPresent();
        Clock clock = steered ? timeline.clock() : steady;
        this.time = timeline.control().orElse(steady);
        this.reel = new RecordedReel(recording, channels);
        this.stage = new Stage(bus, timeline, clock, channels.keySet(), finished);
        this.length = recording.loopNanos();
        this.rehearses = steered && Rehearsal.isWorthwhile(recording.options());
        SkippedSpans skipped =
                timeline.jumps().isPresent() ? SkippedSpans.of(recording, channels.keySet()) : SkippedSpans.none();
        Optional<WarmUp> warmUp =
                steered ? Optional.of(new WarmUp(recording, time, timeline, WarmUp.LEAD)) : Optional.empty();
        this.transport = new Transport(recording, reel, time, steered, skipped, stage, warmUp, this::tellState);
    }

    @Override
    public void start() {
        if (rehearses) {
            Rehearsal.hold(recording, stage.latenessByStream().keySet());
        }
        transport.start();
        tellState();
    }

    private void tellState() {
        changes.onNext(state());
    }

    /** Lets time pass; at the end, with nothing to repeat, ends the replay. */
    public CompletionStage<PlayerState> play() {
        return command(transport::play);
    }

    /** Lets time stand. */
    public CompletionStage<PlayerState> pause() {
        return command(transport::pause);
    }

    /** Plays up to a position, with what is there, and pauses. */
    public CompletionStage<PlayerState> playUntil(Duration position) {
        long nanos = clockAt(position);
        return command(() -> transport.playUntil(nanos));
    }

    /** Pauses, and publishes the next message. */
    public CompletionStage<PlayerState> step() {
        return command(transport::stepMessage);
    }

    /** Pauses, and publishes up to the next message of one stream, in the order of time. */
    public CompletionStage<PlayerState> step(String stream) {
        StreamView view = view(stream);
        return command(() -> transport.stepStream(stream, view.source().lastNanos() + view.shiftNanos()));
    }

    /** Pauses, and publishes what comes within a span of recorded time, as fast as the modules can follow. */
    public CompletionStage<PlayerState> step(Duration span) {
        if (span.isNegative()) {
            throw new RecordingException("a step of " + span + " goes back; to go back, seek");
        }
        return command(() -> transport.stepSpan(span.toNanos()));
    }

    /** Pauses, and goes back to the message before the position, which is published again. */
    public CompletionStage<PlayerState> stepBack() {
        return command(transport::stepBack);
    }

    /**
     * Goes to a position, forwards or backwards; playing or not stays as it is. First of all come the values of the
     * latched streams that hold there.
     *
     * @throws RecordingException if the position is outside of what is played
     */
    public CompletionStage<PlayerState> seek(Duration position) {
        long nanos = clockAt(position);
        return command(() -> transport.seek(nanos));
    }

    /** The same with the time that the clock is to say. */
    public CompletionStage<PlayerState> seek(Instant clock) {
        return seek(Duration.between(beginning(), clock));
    }

    /** Goes on, or back if negative, by a span of recorded time, but not beyond the beginning or the end. */
    public CompletionStage<PlayerState> skip(Duration by) {
        long span = by.toNanos();
        return command(() -> transport.seek(clamped(stage.nanos() + span)));
    }

    /**
     * Changes the speed; time goes on from where it is.
     *
     * @param factor recorded time per wall time, from {@link #MIN_SPEED} to {@link #MAX_SPEED}
     */
    public CompletionStage<PlayerState> speed(double factor) {
        if (!(factor >= MIN_SPEED && factor <= MAX_SPEED)) {
            throw new RecordingException(
                    "speed is " + factor + "; it must be from " + MIN_SPEED + " to " + Math.round(MAX_SPEED));
        }
        return command(() -> transport.speed(factor));
    }

    /** From now on plays as fast as the modules can follow and loses nothing. */
    public CompletionStage<PlayerState> asFastAsPossible() {
        return command(() -> transport.speed(TimeControl.FREE));
    }

    /** Changes what is repeated; where the position is behind the end of the loop, it goes to its start. */
    public CompletionStage<PlayerState> loop(Loop loop) {
        loop.marks().ifPresent(marks -> clockAt(marks.from()));
        return command(() -> transport.loop(loop));
    }

    /** What the player does now. */
    public PlayerState state() {
        long until = transport.until();
        return new PlayerState(
                transport.status(),
                Duration.ofNanos(clamped(stage.nanos()) - recording.startNanos()),
                Duration.ofNanos(length),
                beginning(),
                transport.speed(),
                transport.loop(),
                until == Long.MAX_VALUE
                        ? Optional.empty()
                        : Optional.of(Duration.ofNanos(until - recording.startNanos())),
                stage.lateness().summary());
    }

    /** The state now, after each change, and ten times a second; completes when the player is closed. */
    public Flowable<PlayerState> states() {
        Flowable<PlayerState> regular = Flowable.interval(REFRESH.toMillis(), TimeUnit.MILLISECONDS)
                .map(tick -> state())
                .takeUntil(changes.ignoreElements().toFlowable());
        return changes.mergeWith(regular).onBackpressureLatest().distinctUntilChanged();
    }

    /** How late messages were published so far, in wall time; nothing is late as fast as possible. */
    public Lateness lateness() {
        return stage.lateness();
    }

    /** The same by stream. */
    public Map<String, Lateness> latenessByStream() {
        return Map.copyOf(stage.latenessByStream());
    }

    /** Whether the system gave the timing thread a real-time priority, see {@link Timeline#replay}. */
    public boolean isRealTime() {
        return time.isRealTime();
    }

    private Instant beginning() {
        return Instant.ofEpochSecond(0, recording.startNanos());
    }

    private long clamped(long nanos) {
        return Math.max(recording.startNanos(), Math.min(recording.startNanos() + length, nanos));
    }

    private long clockAt(Duration position) {
        if (position.isNegative() || position.compareTo(Duration.ofNanos(length)) > 0) {
            throw new RecordingException("the position " + position.toMillis() / 1000.0
                    + " s is outside of what is played, which lasts " + Math.round(length / 1e6) / 1000.0 + " s");
        }
        return recording.startNanos() + position.toNanos();
    }

    /** A stream that is played. */
    private StreamView view(String stream) {
        Set<String> played = stage.latenessByStream().keySet();
        return recording.streams().stream()
                .filter(view -> view.name().equals(stream) && played.contains(stream))
                .findFirst()
                .orElseThrow(() -> new RecordingException("stream '" + stream + "' of " + recording.name()
                        + " is not played" + Nearest.hint(stream, played)));
    }

    private CompletionStage<PlayerState> command(Runnable change) {
        CompletableFuture<PlayerState> done = new CompletableFuture<>();
        time.execute(() -> {
            stage.attempt(change);
            tellState();
            done.complete(state());
        });
        return done.minimalCompletionStage();
    }

    @Override
    public void close() {
        stage.close();
        transport.close();
        reel.close();
        changes.onComplete();
    }
}
