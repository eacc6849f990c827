package org.dimos.cli.studio.state;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dimos.cli.studio.state.Playhead.Status;

/** The steps of playing. */
public final class Playing {
    private static final List<Double> SPEEDS =
            List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1., 2., 5., 10., 20., 50., 100., 200., 500., 1000.);

    private Playing() {}

    static Next toggle(StudioState state) {
        Playhead head = state.playhead();
        if (head.isPlaying()) {
            return Next.of(state.with(head.with(Status.PAUSE))).and(new Effect.Pause());
        }
        return onRecording(state, document -> {
            Span kept = document.kept();
            boolean over = head.status() == Status.END || head.nanos() >= kept.toNanos() - 1;
            long from = over ? kept.fromNanos() : kept.nearest(head.nanos());
            return Next.of(state.with(head.at(from).with(Status.PLAY)))
                    .and(new Effect.Play(document.edit(), from, head.speed()));
        });
    }

    static Next stop(StudioState state) {
        if (state.live().isPresent()) {
            return Capturing.stop(state);
        }
        Playhead stopped = state.playhead().at(state.kept().fromNanos()).with(Status.STOP);
        return follow(state.with(stopped)).and(new Effect.Stop());
    }

    static Next step(StudioState state, boolean back) {
        return onRecording(state, document -> {
            long nanos = document.kept().nearest(state.playhead().nanos());
            return Next.of(state.with(state.playhead().with(Status.PAUSE)))
                    .and(new Effect.Step(document.edit(), nanos, back));
        });
    }

    static Next skip(StudioState state, Duration by) {
        return seek(state, state.playhead().nanos() + by.toNanos());
    }

    static Next toStart(StudioState state) {
        return seek(state, state.kept().fromNanos());
    }

    static Next toEnd(StudioState state) {
        return seek(state, state.kept().toNanos());
    }

    /** Goes to a time, or the nearest that there is. */
    public static Next seek(StudioState state, long nanos) {
        return onRecording(state, document -> {
            Playhead head = state.playhead();
            Playhead there = head.at(document.kept().nearest(nanos))
                    .with(head.status() == Status.END ? Status.PAUSE : head.status());
            Next next = follow(state.with(there));
            return head.isLoaded() ? next.and(new Effect.Seek(there.nanos())) : next;
        });
    }

    static Next speed(StudioState state, boolean faster) {
        double speed = state.playhead().speed();
        double changed = faster
                ? SPEEDS.stream().filter(known -> known > speed).findFirst().orElse(speed)
                : SPEEDS.stream()
                        .filter(known -> known < speed)
                        .reduce((a, b) -> b)
                        .orElse(speed);
        Next next = Next.of(state.with(state.playhead().fast(changed)));
        return state.playhead().isLoaded() ? next.and(new Effect.Speed(changed)) : next;
    }

    /** The player says where it is. */
    public static Next moved(StudioState state, Status status, long nanos) {
        if (!state.playhead().isLoaded()) {
            return Next.of(state);
        }
        return follow(
                state.with(state.playhead().at(state.kept().nearest(nanos)).with(status)));
    }

    /** The player is no more, because of an error. */
    public static Next failed(StudioState state, String reason) {
        return Next.of(state.with(state.playhead().with(Status.STOP)).say(Notice.error(reason)));
    }

    /** Keeps the position in sight. */
    private static Next follow(StudioState state) {
        Span shown = state.time().shown();
        Span following = shown.showing(state.playhead().nanos(), state.time().whole());
        return following.equals(shown) ? Next.of(state) : Viewing.show(state, following);
    }

    static Next onRecording(StudioState state, Function<Document, Next> step) {
        Optional<Document> document = state.live().isPresent() ? Optional.empty() : state.document();
        return document.map(step).orElseGet(() -> Next.of(state.say(Notice.error(reason(state)))));
    }

    private static String reason(StudioState state) {
        if (state.front().isBusy()) {
            return "wait until it is open";
        }
        return state.live().isPresent()
                ? "this is a run that goes on; record it with 'r' and stop with 's' to play and edit it"
                : "no recording is open";
    }
}
