package org.dimos.record;

import io.reactivex.rxjava3.disposables.Disposable;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.dimos.core.TimeJump.Cause;
import org.dimos.core.time.TimeControl;
import org.dimos.record.PlayerState.Status;
import org.dimos.record.replay.Due;
import org.dimos.record.replay.Loop;
import org.dimos.record.replay.PlayOptions;
import org.dimos.record.replay.SkippedSpans;
import org.dimos.record.replay.Span;

/** Where a player is and where it goes. Belongs to the timing thread; what others may see of it is volatile. */
class Transport {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_STEPS_BACK = 100;

    private final Reel reel;
    private final TimeControl time;
    private final Stage stage;
    private final long start;
    private final long end;
    private final boolean steered;
    private final Runnable changed;
    private final SkippedSpans skipped;
    private final Optional<WarmUp> warmUp;
    private final Runnable publishing = this::publishNext;
    /** Always the same: new memory means a page fault now and then, which makes a message late. */
    private final Runnable onDue = this::onDue;

    private volatile Status status;
    private volatile double speed;
    private volatile Loop loop;
    private volatile long until = Long.MAX_VALUE;
    private Optional<Due> next = Optional.empty();
    private volatile Disposable scheduled = Disposable.disposed();
    private boolean roundHadMessages;
    private long offset;
    /** The time of the message before, or where playing began. */
    private long reached;

    /**
     * At the beginning.
     *
     * @param steered whether the time can be stopped and set
     * @param skipped what is jumped over
     * @param warmUp is told of each message that is going to be due
     * @param changed is told when the state has changed by itself
     */
    Transport(
            Recording recording,
            Reel reel,
            TimeControl time,
            boolean steered,
            SkippedSpans skipped,
            Stage stage,
            Optional<WarmUp> warmUp,
            Runnable changed) {
        PlayOptions options = recording.options();
        this.reel = reel;
        this.time = time;
        this.steered = steered;
        this.skipped = skipped;
        this.changed = changed;
        this.stage = stage;
        this.warmUp = warmUp;
        this.start = recording.startNanos();
        this.end = start + recording.loopNanos();
        this.status = options.paused() && steered ? Status.PAUSED : Status.PLAYING;
        this.speed = options.speed();
        this.loop = options.loop();
        this.reached = start;
    }

    Status status() {
        return status;
    }

    double speed() {
        return speed;
    }

    Loop loop() {
        return loop;
    }

    /** Where it will pause, in the clock's time; {@link Long#MAX_VALUE} for nowhere. */
    long until() {
        return until;
    }

    /** Begins where the recording does. */
    void start() {
        reel.wind(Long.MIN_VALUE, 0);
        if (speed == TimeControl.FREE) {
            stage.becomeLossless();
        } else if (steered) {
            reel.awaitLead();
        }
        takeUp();
        go();
    }

    void play() {
        status = Status.PLAYING;
        go();
    }

    void pause() {
        if (status == Status.PLAYING) {
            status = Status.PAUSED;
            go();
        }
    }

    void speed(double factor) {
        speed = factor;
        if (factor == TimeControl.FREE) {
            stage.becomeLossless();
        }
        go();
    }

    void loop(Loop newLoop) {
        loop = newLoop;
        awaitNext();
        go();
    }

    void playUntil(long nanos) {
        until = nanos;
        play();
    }

    void seek(long nanos) {
        if (status == Status.ENDED) {
            status = Status.PAUSED;
        }
        until = Long.MAX_VALUE;
        wind(nanos, Cause.SEEK);
        go();
    }

    /** Publishes the next message and pauses at its time. */
    void stepMessage() {
        pauseForStep();
        next.ifPresent(this::stepTo);
        go();
    }

    /** Publishes up to the next message of a stream, that included. */
    void stepStream(String stream, long last) {
        pauseForStep();
        boolean found = stage.nanos() >= last;
        while (!found && next.isPresent()) {
            found = next.get().stream().equals(stream);
            stepTo(next.get());
        }
        go();
    }

    /** Plays a span as fast as the modules can follow, and pauses behind it. */
    void stepSpan(long nanos) {
        pauseForStep();
        time.advance(Math.min(stage.nanos() + nanos, Math.max(end - 1, stage.nanos())));
        boolean unusedQuiet = time.awaitQuiet(PATIENCE);
        go();
    }

    /** Goes back to the last message before the position and publishes it again. */
    void stepBack() {
        pauseForStep();
        long now = stage.nanos();
        OptionalLong before = reel.before(now);
        for (int i = 0; i < MOST_STEPS_BACK && before.isPresent(); i++) {
            wind(before.getAsLong(), Cause.SEEK);
            if (next.isPresent() && next.get().nanos() < now) {
                stepMessage();
                return;
            }
            before = reel.before(before.getAsLong());
        }
        seek(start);
    }

    private void pauseForStep() {
        status = Status.PAUSED;
        until = Long.MAX_VALUE;
        time.stand();
    }

    private void stepTo(Due message) {
        scheduled.dispose();
        for (Optional<Span> gap = gapBefore(message); gap.isPresent(); gap = gapBefore(message)) {
            time.advance(gap.get().fromNanos());
            skip(gap.get());
        }
        time.advance(message.nanos());
        publish(message);
        boolean unusedQuiet = time.awaitQuiet(PATIENCE);
        takeUp();
    }

    /** Lets time pass, or stand, as the state has it. */
    private void go() {
        if (status == Status.PLAYING && loop.marks().isPresent() && stage.nanos() >= loopEnd()) {
            wind(loopStart(), Cause.LOOP);
        }
        if (status == Status.PLAYING && isOver()) {
            status = Status.ENDED;
            stage.over();
        }
        if (status == Status.PLAYING) {
            time.run(speed, Math.min(until, loop.repeats() ? loopEnd() - 1 : Long.MAX_VALUE), this::onLimit);
        } else {
            time.stand();
        }
    }

    /** A loop of nothing would never end. */
    private boolean isOver() {
        boolean goesOn = loop.marks().isPresent() || (loop.repeats() && roundHadMessages);
        return next.isEmpty() && !goesOn;
    }

    private long loopStart() {
        return start + loop.marks().map(marks -> marks.from().toNanos()).orElse(0L);
    }

    private long loopEnd() {
        return loop.marks()
                .map(marks -> Math.min(end, start + marks.to().toNanos()))
                .orElse(end);
    }

    private void onLimit() {
        stage.attempt(() -> {
            if (stage.nanos() >= until) {
                status = Status.PAUSED;
                until = Long.MAX_VALUE;
                awaitNext();
            } else if (loop.repeats()) {
                wind(loopStart(), Cause.LOOP);
            }
            go();
        });
        changed.run();
    }

    private void wind(long nanos, Cause cause) {
        scheduled.dispose();
        jump(nanos, cause);
        reel.wind(nanos, 0);
        roundHadMessages = false;
        takeUp();
    }

    /** Lets the clock say another time once all that was published is handled. */
    private void jump(long nanos, Cause cause) {
        time.stand();
        boolean unusedQuiet = time.awaitQuiet(PATIENCE);
        time.jump(nanos, cause);
        reached = nanos;
    }

    private void onDue() {
        stage.attempt(publishing);
    }

    private void publishNext() {
        if (next.isPresent()) {
            publish(next.get());
        }
        takeUp();
        if (next.isEmpty()) {
            atEnd();
        }
    }

    /** The last message was published. */
    void atEnd() {
        go();
        changed.run();
    }

    private void onGap(Span gap) {
        stage.attempt(() -> {
            skip(gap);
            awaitNext();
            go();
        });
        changed.run();
    }

    /** Messages that are late may have passed a short gap already. */
    private void skip(Span gap) {
        reached = Math.min(gap.toNanos(), furthest());
        if (reached > stage.nanos()) {
            jump(reached, Cause.GAP);
        }
    }

    /** How far it goes before it pauses or starts over. */
    private long furthest() {
        return Math.min(until, steered && loop.repeats() ? loopEnd() : Long.MAX_VALUE);
    }

    private void publish(Due message) {
        reached = message.nanos();
        stage.publish(message, status == Status.PLAYING ? speed : TimeControl.FREE);
        roundHadMessages = true;
    }

    /** Takes the next message, after having published what holds already where playing begins. */
    private void takeUp() {
        next = reel.take();
        while (steered && next.isPresent() && next.get().isLatched()) {
            stage.publish(next.get(), TimeControl.FREE);
            next = reel.take();
        }
        if (!steered && next.isEmpty() && loop.repeats() && roundHadMessages) {
            appendRound();
        }
        awaitNext();
    }

    /** Has a message follow, whatever was to follow. */
    final void cue(Due message) {
        next = Optional.of(message);
        awaitNext();
    }

    private void awaitNext() {
        scheduled.dispose();
        if (next.isPresent()) {
            await(next.get());
        }
    }

    private void await(Due message) {
        if (warmUp.isPresent()) {
            warmUp.get().message(message.nanos(), speed);
        }
        Optional<Span> gap = gapBefore(message);
        scheduled = gap.isPresent()
                ? time.at(gap.get().fromNanos(), () -> onGap(gap.get()))
                : time.at(message.nanos(), onDue);
    }

    /** What is to be jumped over before a message. */
    private Optional<Span> gapBefore(Due message) {
        Optional<Span> gap = skipped.first(reached - offset, message.nanos() - offset);
        return gap.isEmpty() ? gap : gap.map(span -> span.plus(offset)).filter(span -> span.fromNanos() < furthest());
    }

    /** Where the clock cannot go back, the next round comes after this one. */
    private void appendRound() {
        offset += Math.max(1, end - start);
        reel.wind(Long.MIN_VALUE, offset);
        roundHadMessages = false;
        next = reel.take();
    }

    /** Publishes nothing more. */
    void close() {
        scheduled.dispose();
    }
}
