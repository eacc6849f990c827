package org.dimos.record;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;
import org.dimos.core.time.TimeControl;
import org.dimos.core.time.Timeline;
import org.dimos.record.replay.Due;
import org.dimos.record.replay.SkippedSpans;

/**
 * Plays some messages to nobody shortly before one is due that follows a pause. Meanwhile the processor has slept or worked for others,
 * and what a message goes through has left its caches: the first one would be late by twenty microseconds or more, and those that
 * follow it at once, too. Belongs to the timing thread.
 */
final class WarmUp {
    /** More than the first message takes where everything is cold. */
    static final Duration LEAD = Duration.ofNanos(100_000);

    private static final int MESSAGES = 3;
    private static final String STREAM = "warm-up";
    private static final Envelope<Object> BLANK = Envelope.at("", 0, 0);

    private final long lead;
    private final Stage stage;
    private final Understudy understudy;
    private final Channel<Object> channel;
    private double speed = 1;
    private int left;

    /** A transport that directs nothing: what it plays goes through the same code as what is played to somebody. */
    private static final class Understudy extends Transport {
        Understudy(Recording recording, Reel reel, TimeControl time, Stage stage) {
            super(recording, reel, time, true, SkippedSpans.none(), stage, Optional.empty(), () -> {});
        }

        @Override
        void atEnd() {}
    }

    /** Gives a few messages each time. */
    private final class BlankReel implements Reel {
        @Override
        public void wind(long nanos, long offset) {}

        @Override
        public void awaitLead() {}

        @Override
        public Optional<Due> take() {
            left--;
            return left > 0 ? Optional.of(blank(stage.nanos() + recorded(lead / (MESSAGES + 2)))) : Optional.empty();
        }

        @Override
        public OptionalLong before(long nanos) {
            return OptionalLong.empty();
        }

        @Override
        public void close() {}
    }

    /**
     * For what plays a recording.
     *
     * @param lead how long before a message to begin, in wall time; a pause is ten times as long
     */
    WarmUp(Recording recording, TimeControl time, Timeline timeline, Duration lead) {
        this.lead = lead.toNanos();
        Nobody nobody = new Nobody();
        this.channel = nobody.channel(STREAM, Object.class);
        this.stage = new Stage(nobody.bus(), timeline, timeline.clock(), Set.of(STREAM), new CompletableFuture<>());
        this.understudy = new Understudy(recording.asRecorded(), new BlankReel(), time, stage);
        nobody.bus().open();
    }

    /**
     * A message is going to be due.
     *
     * @param nanos when, in recorded time
     * @param newSpeed how fast that passes
     */
    void message(long nanos, double newSpeed) {
        speed = newSpeed;
        if (nanos - stage.nanos() > recorded(10 * lead)) {
            left = MESSAGES;
            understudy.cue(blank(nanos - recorded(lead)));
        }
    }

    /** A span of wall time in recorded time. */
    private long recorded(long wallNanos) {
        return (long) (wallNanos * speed);
    }

    private Due blank(long nanos) {
        return Due.of(nanos, false, channel, STREAM, BLANK);
    }
}
